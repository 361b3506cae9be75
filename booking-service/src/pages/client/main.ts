import { answerParent } from './embedding.ts';
import { prepareProofs } from './humanProof.ts';
import { guardSubmits } from './submitting.ts';
import { TimePicker } from './timePicker.ts';

const picker = document.querySelector<HTMLElement>('[data-picker]');
if (picker) new TimePicker(picker).start();
guardSubmits();
prepareProofs();
answerParent();
document.getElementById('problems')?.focus();
