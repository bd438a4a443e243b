import type { ApolloServerPlugin, HTTPGraphQLRequest } from '@apollo/server';
import type { DocumentNode, FormattedExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Context } from '../graphql/context.js';

/** What only Apollo knows of a request. */
export interface AnswerNote {
  /** Told, before the query runs, what is asked for. */
  judge: (document: DocumentNode, schema: GraphQLSchema) => void;
  asked: { schema: GraphQLSchema; document: DocumentNode; operation: OperationDefinitionNode } | null;
  result: FormattedExecutionResult | null;
}

/** Fills in the notes of requests, for whoever has laid one out for theirs. */
export function noteAnswers(notes: WeakMap<HTTPGraphQLRequest, AnswerNote>): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request: { http } }) {
      const note = http && notes.get(http);
      if (!note) return;
      return {
        async didResolveOperation({ schema, document, operation }) {
          if (operation) note.asked = { schema, document, operation };
          note.judge(document, schema);
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind === 'single') note.result = body.singleResult;
        },
      };
    },
  };
}
