import { answerParent } from './embedding.ts';
import { guardSubmits } from './submitting.ts';
import { TimePicker } from './timePicker.ts';

const picker = document.querySelector<HTMLElement>('[data-picker]');
if (picker) new TimePicker(picker).start();
guardSubmits();
answerParent();
document.getElementById('problems')?.focus();
