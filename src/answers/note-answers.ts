import type { ApolloServerPlugin, HTTPGraphQLRequest } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Context } from '../graphql/context.js';
import { isKeepable } from './is-keepable.js';

/** What only Apollo knows of a request whose answer may be kept. */
export interface AnswerNote {
  /** Told before the query runs whether its answer can be kept. */
  judge: (keepable: boolean) => void;
  keepable: boolean;
  operationName: string | null;
  result: FormattedExecutionResult | null;
}

/** Fills in the notes of requests, for whoever has laid one out for theirs. */
export function noteAnswers(notes: WeakMap<HTTPGraphQLRequest, AnswerNote>): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request: { http } }) {
      const note = http && notes.get(http);
      if (!note) return;
      return {
        async didResolveOperation({ schema, document, operationName, request }) {
          note.operationName = operationName;
          note.judge((note.keepable = isKeepable(schema, document, request.variables)));
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind === 'single') note.result = body.singleResult;
        },
      };
    },
  };
}
