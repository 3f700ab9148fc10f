import { type ReactElement } from 'react';
import { type ProblemTable } from '../../kernel/problem-table.ts';
import { translator } from '../../platform/i18n/catalogue.ts';
import { type Locale } from '../../platform/i18n/locale.ts';
import { API_DOCS_WORDS, type ApiDocsWord } from './api-docs-words.ts';
import { describeSchema } from './describe-schema.ts';
import { API_METHODS, type ApiContent, type ApiOperation, type OpenApi } from './open-api.ts';

interface ApiDocsPageProps {
  readonly locale: Locale;
  readonly document: OpenApi;
  readonly problems: ProblemTable;
  /** Where the document lies for machines. */
  readonly documentPath: string;
}

type Say = (word: ApiDocsWord) => string;

const RULES = ['rule-session', 'rule-command', 'rule-problem', 'rule-unit'] as const satisfies readonly ApiDocsWord[];

/** The interface for other programs, for people: every operation with what it takes and answers, then every refusal. */
export function ApiDocsPage({ locale, document, problems, documentPath }: ApiDocsPageProps): ReactElement {
  const say = translator(API_DOCS_WORDS, locale);
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    API_METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation, group: operation.tags?.[0] ?? '' }];
    }),
  );
  return (
    <>
      <section>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <ul className="spaced">
          {RULES.map((rule) => (
            <li key={rule}>{say(rule)}</li>
          ))}
        </ul>
        <p>
          <a href={documentPath}>{say('machine-readable')}</a>
        </p>
      </section>
      {[...Map.groupBy(operations, ({ group }) => group)].map(([group, members]) => (
        <section key={group}>
          <h2>{group}</h2>
          {members.map(({ path, method, operation }) => (
            <details key={`${method} ${path}`} id={operation.operationId}>
              <summary>
                <b>{method.toUpperCase()}</b> <span className="code">{path}</span> <span className="hint">{operation.summary}</span>
              </summary>
              <Operation operation={operation} say={say} />
            </details>
          ))}
        </section>
      ))}
      <section>
        <h2>{say('problems')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('code')}</th>
              <th scope="col">{say('status')}</th>
              <th scope="col">{say('sentence')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(problems).map(([code, entry]) => (
              <tr key={code}>
                <th scope="row" className="code">{code}</th>
                <td className="number">{entry.status}</td>
                <td>{entry[locale]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Operation({ operation, say }: { readonly operation: ApiOperation; readonly say: Say }): ReactElement {
  const needsSession = operation.security !== undefined && operation.security.length > 0;
  const parameters = operation.parameters ?? [];
  return (
    <>
      <p className="hint">{say(needsSession ? 'needs-session' : 'open')}</p>
      {parameters.length === 0 ? null : (
        <table>
          <caption>{say('parameters')}</caption>
          <tbody>
            {parameters.map((parameter) => (
              <tr key={`${parameter.in} ${parameter.name}`}>
                <th scope="row" className="code">{parameter.name}</th>
                <td className="code">{describeSchema(parameter.schema ?? {})[0]?.type}</td>
                <td className="hint">{parameter.required === true ? `${parameter.in}, ${say('required')}` : parameter.in}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {operation.requestBody === undefined ? null : <Content caption={say('body')} content={operation.requestBody.content} say={say} />}
      <Content caption={say('answer')} content={operation.responses?.['200']?.content ?? {}} say={say} />
    </>
  );
}

function Content({ caption, content, say }: { readonly caption: string; readonly content: ApiContent; readonly say: Say }): ReactElement {
  return (
    <>
      {Object.entries(content).map(([mediaType, { schema }]) => (
        <table key={mediaType}>
          <caption>
            {caption} <span className="hint">{mediaType}</span>
          </caption>
          <tbody>
            {describeSchema(schema ?? {}).map((line) => (
              <tr key={line.path}>
                <th scope="row" className="code">{line.path === '' ? say('whole') : line.path}</th>
                <td className="code">{line.type}</td>
                <td className="hint">{line.required ? say('required') : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
