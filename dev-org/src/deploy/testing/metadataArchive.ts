import { crc32, deflateRawSync } from 'node:zlib';

/** Files of an archive by their path. */
export type ArchiveFiles = Record<string, string>;

/** Packs files into a zip archive, deflated unless told otherwise. */
export function zip(files: ArchiveFiles, { isStored = false } = {}): Buffer {
    const locals: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const [path, text] of Object.entries(files)) {
        const name = Buffer.from(path);
        const content = Buffer.from(text);
        const packed = isStored ? content : deflateRawSync(content);
        const common = Buffer.alloc(26);
        common.writeUInt16LE(20, 0);
        common.writeUInt16LE(isStored ? 0 : 8, 4);
        common.writeUInt32LE(crc32(content), 10);
        common.writeUInt32LE(packed.length, 14);
        common.writeUInt32LE(content.length, 18);
        common.writeUInt16LE(name.length, 22);
        const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
        const tail = Buffer.alloc(14);
        tail.writeUInt32LE(offset, 10);
        directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, name]));
        locals.push(local);
        offset += local.length;
    }
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(directory.length, 8);
    end.writeUInt16LE(directory.length, 10);
    end.writeUInt32LE(Buffer.concat(directory).length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...locals, ...directory, end]);
}

/** A package.xml naming members by type. */
export function packageXml(types: Record<string, string[]>): string {
    const entries = Object.entries(types).map(
        ([name, members]) =>
            `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`
    );
    return `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">${entries.join('')}<version>66.0</version></Package>`;
}

/** A metadata file whose content begins in line 3. */
export const metadataFile = (root: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${root}>\n`;
