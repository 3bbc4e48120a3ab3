/** What the snippet generator asks beside its preview. */
export const previewPaths = {
  openPreview: 'POST /api/previews',
  getPreview: 'GET /api/preview',
  actInPreview: 'POST /api/preview/acts',
} as const
