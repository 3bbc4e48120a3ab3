/** What the snippet generator asks the server. Apart, so that its page carries no other operations. */
export const widgetsPaths = {
  listWidgets: 'GET /api/widgets',
  saveWidget: 'PUT /api/widgets/:widgetName',
  renameWidget: 'POST /api/widgets/:widgetName/name',
  removeWidget: 'DELETE /api/widgets/:widgetName',
  checkSite: 'POST /api/site-checks',
} as const
