import { wordKey } from '../../../core/language/words.ts';
import type { BrowserKind } from '../../../core/report/browser-kind.ts';
import type {
  EvidenceFile,
  ReportedReading,
  ReportedRule,
} from '../../../core/report/evidence-report.ts';
import { dayBefore } from '../../../core/time/day.ts';
import { Sources } from '../../parts/evidence-list.tsx';
import { formatDay } from '../../words/dates.ts';
import { foundBy, strategyOf } from '../../words/found-by.ts';
import { useLocale } from '../../words/locale.ts';
import { namePlace } from '../../words/places.ts';
import { formatUtc, formatUtcBriefly } from '../dashboard-dates.ts';
import { flipBackSentences, readingWords } from './evidence-sentences.ts';

interface Headings {
  readonly title: 'h1' | 'h3';
  readonly section: 'h2' | 'h4';
  readonly part: 'h3' | 'h5';
}

/** The outline of the file, whose title is the report's. */
export const inFile: Headings = { title: 'h1', section: 'h2', part: 'h3' };
/** Below the heading of a view. */
export const inView: Headings = { title: 'h3', section: 'h4', part: 'h5' };

interface Props {
  readonly file: EvidenceFile;
  readonly headings: Headings;
}

const browserNames: Readonly<Record<BrowserKind['name'], string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
};

/** An evidence report, the same in our own page and in the file. */
export function EvidenceArticle({ file, headings }: Props) {
  const { title: Title, section: Heading } = headings;
  const locale = useLocale();
  const { text, language } = locale;
  const { setting, flipBack, latest, browser, addedByThePerson: added } = file;
  const flipped = flipBack && flipBackSentences(flipBack, locale);

  return (
    <article class="evidence-report" data-evidence={setting.key}>
      <header>
        <p class="small">
          {text('evidence_title')} · {setting.service}
        </p>
        <Title>{setting.title}</Title>
      </header>
      {flipped && (
        <div class="flip-back" data-evidence-flip-back>
          <p>
            <strong>{flipped.said}</strong>
          </p>
          <p>{flipped.known}</p>
        </div>
      )}
      <dl>
        {latest && (
          <div>
            <dt>{text('evidence_latest')}</dt>
            <dd>
              {readingWords(latest.reading, locale)}, {formatUtc(latest.at, language)}
            </dd>
          </div>
        )}
        <div>
          <dt>{text('evidence_place')}</dt>
          <dd>{file.place ? namePlace(file.place, language) : text('evidence_no_place')}</dd>
        </div>
        <div>
          <dt>{text('evidence_page')}</dt>
          <dd>
            <a href={setting.page} target="_blank" rel="noopener noreferrer">
              {setting.page.replace(/^https:\/\//, '')}
            </a>
          </dd>
        </div>
        <div>
          <dt>{text('evidence_made')}</dt>
          <dd>
            {formatUtc(file.madeAt, language)},{' '}
            {text(
              'evidence_made_with',
              file.productVersion,
              browserNames[browser.name],
              // The name of a version, no quantity.
              String(browser.major),
            )}
          </dd>
        </div>
      </dl>
      {added && (
        <section class="added" data-evidence-added>
          <Heading>{text('evidence_added')}</Heading>
          {added.note && <p class="note">{added.note}</p>}
          {added.name && <p class="name">{added.name}</p>}
          <p class="small">{text('evidence_added_why')}</p>
        </section>
      )}
      <section>
        <Heading>{text('evidence_readings')}</Heading>
        <Readings {...file} />
      </section>
      <section>
        <Heading>{text('evidence_rules')}</Heading>
        <Rules file={file} heading={headings.part} />
      </section>
      {file.shows.length > 0 && (
        <section>
          <Heading>{text('evidence_shows')}</Heading>
          <Sentences of={file.shows} />
        </section>
      )}
      <section>
        <Heading>{text('evidence_shows_not')}</Heading>
        <Sentences of={file.doesNotShow} />
      </section>
      <section>
        <Heading>{text('evidence_setting_sources')}</Heading>
        <Sources evidence={setting.evidence} />
      </section>
    </article>
  );
}

function Readings({ readings, leftOut, flipBack, setting }: EvidenceFile) {
  const { text, number } = useLocale();
  if (readings.length === 0) return <p>{text('evidence_readings_none')}</p>;
  // It was called a flip-back when the page had settled, a moment after it was read.
  const flippedBack =
    flipBack && readings.findLast(({ changed, at }) => changed && at <= flipBack.foundAt);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('evidence_when')}</th>
            <th scope="col">{text('evidence_switch')}</th>
            <th scope="col">{text('evidence_how')}</th>
            <th scope="col">{text('evidence_press')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading, index) => (
            <ReadingRow
              key={index}
              reading={reading}
              isFlipBack={reading === flippedBack}
              service={setting.service}
            />
          ))}
        </tbody>
      </table>
      {leftOut > 0 && <p class="small">{text('evidence_left_out', number(leftOut))}</p>}
    </>
  );
}

interface RowProps {
  readonly reading: ReportedReading;
  readonly isFlipBack: boolean;
  readonly service: string;
}

function ReadingRow({ reading: told, isFlipBack, service }: RowProps) {
  const locale = useLocale();
  const { text, language } = locale;
  const { at, reading, fresh, cause, changed } = told;
  const strategy = strategyOf(reading);
  return (
    <tr
      data-state={reading.state}
      data-changed={changed || undefined}
      data-flip-back={isFlipBack || undefined}
    >
      <td>
        <time dateTime={at}>{formatUtcBriefly(at, language)}</time>
      </td>
      <td>
        <span class="state">{readingWords(reading, locale)}</span>
        {isFlipBack && <span class="tag">{text('evidence_flipped')}</span>}
      </td>
      <td data-label={text('evidence_how')}>
        {reading.state === 'unknown'
          ? text(wordKey('reason', reading.reason), service)
          : text(fresh ? 'evidence_fresh' : 'evidence_not_fresh')}
        {strategy && ` ${text(foundBy[strategy])}`}
      </td>
      <td data-label={text('evidence_press')}>{text(wordKey('evidence_press', cause))}</td>
    </tr>
  );
}

interface RulesProps {
  readonly file: EvidenceFile;
  readonly heading: Headings['part'];
}

function Rules({ file: { rules, place, setting }, heading }: RulesProps) {
  const { text, language } = useLocale();
  if (place === null) return <p>{text('evidence_rules_no_place')}</p>;
  if (rules.length === 0) return <p>{text('evidence_rules_none', namePlace(place, language))}</p>;
  return (
    <ol class="rules">
      {rules.map((rule) => (
        <li key={rule.from}>
          <RuleInForce rule={rule} service={setting.service} heading={heading} />
        </li>
      ))}
    </ol>
  );
}

interface RuleProps {
  readonly rule: ReportedRule;
  readonly service: string;
  readonly heading: Headings['part'];
}

function RuleInForce({ rule, service, heading: Heading }: RuleProps) {
  const { text, language } = useLocale();
  const { from, until, unconfirmedSince } = rule;
  const day = (one: string) => formatDay(one, language);
  return (
    <>
      <Heading>
        {until
          ? text('evidence_rule_span', day(from), day(dayBefore(until)))
          : text('evidence_rule_since', day(from))}
      </Heading>
      <p>
        {[
          text(wordKey('evidence_rule', rule.default), service),
          ...(unconfirmedSince ? [text('evidence_rule_unconfirmed', day(unconfirmedSince))] : []),
          ...(rule.inForceWhenFound ? [text('evidence_rule_when_found')] : []),
          ...(rule.inForceNow ? [text('evidence_rule_now')] : []),
        ].join(' ')}
      </p>
      <Sources evidence={rule.evidence} />
    </>
  );
}

function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
