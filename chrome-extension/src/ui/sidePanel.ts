import { App } from './app.ts';
import { openPage } from './page.ts';

await new App(await openPage(({ title }) => title), true).start();
