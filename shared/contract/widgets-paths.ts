/** What the snippet generator asks the server for. */
export const widgetsPaths = {
  listWidgets: 'GET /api/widgets',
  saveWidget: 'PUT /api/widgets/:widgetName',
  renameWidget: 'POST /api/widgets/:widgetName/name',
  removeWidget: 'DELETE /api/widgets/:widgetName',
  checkSite: 'POST /api/site-checks',
} as const
