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
                <b>{method.toUpperCase()}</b> <span className="code">{path}</span> <span className="hint">{summaryIn(locale, operation.summary ?? '')}</span>
              </summary>
              <Operation operation={operation} say={say} />
            </details>
          ))}
        </section>
      ))}
      <section>
        <h2>{say('problems')}</h2>
        <dl className="pairs">
          {Object.entries(problems).map(([code, entry]) => (
            <div key={code}>
              <dt className="code">
                {code} <span className="hint number">{entry.status}</span>
              </dt>
              <dd>{entry[locale]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Operation({ operation, say }: { readonly operation: ApiOperation; readonly say: Say }): ReactElement {
  const needsSession = operation.security !== undefined && operation.security.length > 0;
  const parameters = operation.parameters ?? [];
  return (
    <section>
      <p className="hint">{say(needsSession ? 'needs-session' : 'open')}</p>
      {parameters.length === 0 ? null : (
        <section>
          <h3>{say('parameters')}</h3>
          <dl className="pairs">
            {parameters.map((parameter) => (
              <Value
                key={`${parameter.in} ${parameter.name}`}
                name={parameter.name}
                type={describeSchema(parameter.schema ?? {})[0]?.type ?? ''}
                note={parameter.required === true ? `${parameter.in}, ${say('required')}` : parameter.in}
              />
            ))}
          </dl>
        </section>
      )}
      {operation.requestBody === undefined ? null : <Content caption={say('body')} content={operation.requestBody.content} say={say} />}
      <Content caption={say('answer')} content={operation.responses?.['200']?.content ?? {}} say={say} />
    </section>
  );
}

function Content({ caption, content, say }: { readonly caption: string; readonly content: ApiContent; readonly say: Say }): ReactElement {
  return (
    <>
      {Object.entries(content).map(([mediaType, { schema }]) => (
        <section key={mediaType}>
          <h3>
            {caption} <span className="hint">{mediaType}</span>
          </h3>
          <dl className="pairs">
            {describeSchema(schema ?? {}).map((line) => (
              <Value key={line.path} name={line.path === '' ? say('whole') : line.path} type={line.type} note={line.required ? say('required') : ''} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function Value({ name, type, note }: { readonly name: string; readonly type: string; readonly note: string }): ReactElement {
  return (
    <div>
      <dt className="code">{name}</dt>
      <dd className="code">
        {type} <span className="hint">{note}</span>
      </dd>
    </div>
  );
}

/** Summaries that are written in both languages say the Vietnamese first. */
function summaryIn(locale: Locale, summary: string): string {
  const parts = summary.split(' / ');
  return parts.length === 2 ? (parts[locale === 'vi' ? 0 : 1] ?? summary) : summary;
}
