import { createElement } from 'lwc';
import Shell from 'devorg/shell';

// eslint-disable-next-line @lwc/lwc/no-document-query -- the shell is put into the page here
document.getElementById('root')?.replaceChildren(createElement('devorg-shell', { is: Shell }));
