import type { PageData } from '../page-data.js';
import { LIST_TITLES } from '../record-words.js';
import { headline, stateInWords } from '../words.js';
import { CalibrationPage } from './calibration-page.js';
import { FaultPage } from './fault-page.js';
import { FrontPage } from './front-page.js';
import { MethodPage } from './method-page.js';
import { NotFoundPage } from './not-found-page.js';
import { PredictionPage } from './prediction-page.js';
import { StoryPage, storyHead } from './story-page.js';
import { RecordPage } from './record-page.js';

/** The page that this data is for. The server has them all; the browser fetches only its own (see entry.tsx). */
export function Page(data: PageData) {
  switch (data.page) {
    case 'front':
      return <FrontPage {...data} />;
    case 'record':
      return <RecordPage {...data} />;
    case 'calibration':
      return <CalibrationPage {...data} />;
    case 'prediction':
      return <PredictionPage {...data} />;
    case 'method':
      return <MethodPage {...data} />;
    case 'notFound':
      return <NotFoundPage {...data} />;
    case 'topics':
    case 'topic':
    case 'briefings':
    case 'briefing':
    case 'events':
    case 'event':
    case 'forecasters':
    case 'forecaster':
    case 'house':
      return <StoryPage {...data} />;
    case 'fault':
      return <FaultPage {...data} />;
  }
}

export interface Head {
  title: string;
  description: string;
  /** canonical path; null for pages that have none */
  path: string | null;
}

export function headOf(data: PageData): Head {
  const { name, line } = data.site;
  switch (data.page) {
    case 'front':
      return { title: `${name}: track record`, description: `${line} ${headline(data.report)}`, path: '/' };
    case 'record':
      return {
        title: `${LIST_TITLES[data.list.state]} · ${name}`,
        description: 'Every prediction on record with who said it, the outcome and its score, searchable.',
        path: '/record',
      };
    case 'calibration':
      return {
        title: `Calibration · ${name}`,
        description: `How often it happened, beside how probable it was said to be. ${headline(data.report)}`,
        path: '/calibration',
      };
    case 'prediction':
      return {
        title: `${data.scenario.statement} · ${name}`,
        description: `${stateInWords(data.scenario, data.today)} A prediction on record, with who said it, the evidence and its score.`,
        path: `/scenarios/${data.scenario.id}`,
      };
    case 'method':
      return {
        title: `How this works · ${name}`,
        description: 'How predictions are recorded, judged and scored.',
        path: '/method',
      };
    case 'notFound':
      return { title: `Not found · ${name}`, description: line, path: null };
    case 'topics':
    case 'topic':
    case 'briefings':
    case 'briefing':
    case 'events':
    case 'event':
    case 'forecasters':
    case 'forecaster':
    case 'house': {
      const head = storyHead(data);
      return { ...head, title: `${head.title} · ${name}` };
    }
    case 'fault':
      return { title: `A fault · ${name}`, description: line, path: null };
  }
}
