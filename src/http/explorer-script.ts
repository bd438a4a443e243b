/** Starts GraphiQL in the browser, on the query of the address or on the first example. */
export const explorerScript = `'use strict';
(() => {
  const workers = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' };
  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => '/explorer/files/' + (workers[label] || 'editor') + '.worker.js',
  };

  const { example } = JSON.parse(document.getElementById('settings').textContent);
  const asked = new URL(location.href).searchParams;

  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('graphiql'), {
    endpoint: '/graphql',
    credentials: 'same-origin',
    title: 'Nhịp Cầu',
    logo: ' ',
    query: asked.get('query') || undefined,
    variables: asked.get('variables') || undefined,
    defaultQuery: example,
    shouldPersistHeaders: true,
    defaultEditorToolsVisibility: 'variables',
  });
})();
`;
