import copy from '@salesforce/label/c.EmbedSnippet_Copy';
import copyYourself from '@salesforce/label/c.EmbedSnippet_CopyYourself';
import done from '@salesforce/label/c.EmbedSnippet_Done';
import hint from '@salesforce/label/c.EmbedSnippet_Hint';
import lines from '@salesforce/label/c.EmbedSnippet_Lines';
import named from '@salesforce/label/c.EmbedSnippet_Named';
import off from '@salesforce/label/c.EmbedSnippet_Off';
import title from '@salesforce/label/c.EmbedSnippet_Title';

export const LABELS = { copy, copyYourself, done, hint, lines, named, off, title };
