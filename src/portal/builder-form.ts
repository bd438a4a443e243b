import type { Reference } from '../content/reference.js';
import { USUAL_ACCENT } from '../embed/embed-code.js';
import type { EmbedLayout, EmbedTheme } from '../embed/embed-article.js';
import { type EmbedRequest, LAYOUTS, THEMES } from '../embed/embed-request.js';
import { LIMIT } from '../lists/list-request.js';
import { writeListQuery } from '../lists/write-list-query.js';
import {
  countryOptions,
  eventOptions,
  languageOptions,
  type Option,
  sourceOptions,
  topicOptions,
} from './builder-options.js';
import { builderWordsIn } from './builder-words.js';
import { html, type Html } from './html.js';
import type { PageLanguage } from './words.js';

/** What the form does not ask for, and keeps where an address has said it. */
const KEPT = ['from', 'to', 'on', 'last', 'tz'];

/** The form of the builder: what it sends is what the address of a frame takes. */
export function builderForm(
  { list, look, accent, sites }: EmbedRequest,
  { language, reference }: { language: PageLanguage; reference: Reference },
): Html {
  const words = builderWordsIn(language);
  const said = writeListQuery(list);
  const select = (name: string, label: string, options: Option[]): Html =>
    html`<label
      >${label}
      <select name="${name}">
        ${[{ value: '', name: words.everything }, ...withChosen(options, said.get(name) ?? '')].map(option => optionOf(option, said.get(name) ?? ''))}
      </select></label
    >`;
  const radios = (name: 'layout' | 'theme', values: readonly (EmbedLayout | EmbedTheme)[], chosen: string): Html =>
    html`<fieldset>
      <legend>${words[name]}</legend>
      ${values.map(value => html`<label><input type="radio" name="${name}" value="${value}" ${value === chosen ? 'checked' : ''} /> ${words[value]}</label>`)}
    </fieldset>`;

  return html`<form class="choices" action="/builder" aria-label="${words.choose}">
    <input type="hidden" name="hl" value="${language}" />
    ${KEPT.filter(name => said.has(name)).map(name => html`<input type="hidden" name="${name}" value="${said.get(name)}" />`)}
    ${select('topic', words.topic, topicOptions(reference, language))}
    ${select('event', words.event, eventOptions(reference, language))}
    ${select('lang', words.language, languageOptions(reference, language))}
    ${select('source', words.source, sourceOptions(reference, language))}
    ${select('country', words.country, countryOptions(language))}
    <label>${words.words} <input name="q" value="${said.get('q') ?? ''}" /></label>
    ${radios('layout', LAYOUTS, look.layout)} ${radios('theme', THEMES, look.theme)}
    <label
      >${words.limit} <input type="number" name="limit" min="1" max="${LIMIT.most}" required value="${list.limit}"
    /></label>
    <label>${words.accent} <input type="color" name="accent" value="${sixDigits(accent ?? USUAL_ACCENT)}" /></label>
    <label>${words.sites} <input name="sites" placeholder="${words.sitesHint}" value="${sites.join(',')}" /></label>
    <button>${words.build}</button>
  </form>`;
}

/** An address may have said several at once, as no list has them: they are one choice more. */
function withChosen(options: Option[], chosen: string): Option[] {
  if (chosen === '' || options.some(({ value }) => value === chosen)) return options;
  const names = chosen.split(',').map(part => options.find(({ value }) => value === part)?.name.trim() ?? part);
  return [{ value: chosen, name: names.join(', ') }, ...options];
}

function optionOf({ value, name }: Option, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${name}</option>`;
}

/** A colour as the form's field has it (HTML Living Standard, 2.3.6: a simple colour). */
function sixDigits(colour: string): string {
  return colour.length === 7 ? colour : colour.replaceAll(/[0-9a-f]/gi, digit => digit + digit);
}
