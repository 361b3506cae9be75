import type { NexoraUser } from './company.ts';

/** Who somebody outside Nexora Systems is. */
export interface Person {
    firstName: string;
    lastName: string;
    email: string;
    company: string;
    title: string;
    phone?: string;
    /** Who owns the record; Julio when absent. */
    owner?: NexoraUser;
}

/** Open leads. */
export const LEADS = {
    ana: person(
        'Ana-Sofía',
        'Hernández de la Vega',
        'ana-sofia.hernandez@cordillera.example',
        'Cordillera Logística',
        'Directora de Operaciones',
        '+52 55 5550 0111'
    ),
    wolfgang: person(
        'Wolfgang',
        'Müller-Lüdenscheidt',
        'w.mueller@rheinwerk.example',
        'Rheinwerk Maschinenbau GmbH & Co. KG',
        'Leiter Einkauf',
        '+49 211 5550 122'
    ),
    siobhan: person(
        'Siobhán',
        'Ní Dhomhnaill',
        'siobhan@claddagh-foods.example',
        'Claddagh Foods',
        'Head of Digital',
        '+353 91 555 0133'
    ),
    khai: person('Thị Minh Khai', 'Nguyễn', 'khai.nguyen@mekongdata.example', 'Mekong Data', 'Chief Data Officer'),
    lukasz: person(
        'Łukasz',
        'Szczęśniewski',
        'lukasz.s@wisla-energy.example',
        'Wisła Energy',
        'Kierownik IT',
        '+48 22 555 01 44'
    ),
    misaki: person(
        '美咲',
        '佐藤',
        'misaki.sato@sakura-systems.example',
        'さくらシステム株式会社',
        '営業企画部長',
        '+81 3-5550-0155'
    ),
    oluwaseun: person(
        'Olúwaṣeun',
        'Adébáyọ̀-Okonkwo',
        'seun@lagosfreight.example',
        'Lagos Freight Alliance',
        'Managing Director'
    ),
    zoe: person(
        'Zoë',
        'van der Westhuizen',
        'zoe@tafelberg.example',
        'Tafelberg Analytics',
        'Revenue Operations Manager',
        '+27 21 555 0166'
    ),
    chloe: person(
        'Chloé',
        'Lefèvre-Beaumont',
        'chloe@atelier-boreal.example',
        'Atelier Boréal',
        'Présidente',
        '+1 514 555 0177'
    ),
    jon: person(
        'Jón Þór',
        'Guðmundsson',
        'jon.thor@nordurljos.example',
        'Norðurljós Gagnaver',
        'CTO',
        undefined,
        'helena'
    ),
    priyanka: person(
        'Priyanka',
        'Venkataraghavan-Subramaniam',
        'priyanka.vs@kaveri-biosciences.example',
        'Kaveri Biosciences International Research & Development',
        'Vice President, Clinical Data Platforms',
        '+91 80 5550 0188'
    ),
    darya: person(
        'Дарья',
        'Ковалёва',
        'd.kovaleva@polaris-retail.example',
        'Polaris Retail',
        'Commercial Director',
        undefined,
        'grace'
    )
} satisfies Record<string, Person>;

/** People of customers; Marcus was a lead once. */
export const CONTACTS = {
    beatrice: person(
        'Beatrice',
        'Whitfield',
        'beatrice.whitfield@brightwater.example',
        'Brightwater Health',
        'Director, Patient Access',
        '+1 617 555 0101'
    ),
    hamid: person('Hamid', 'Karimi', 'h.karimi@brightwater.example', 'Brightwater Health', 'Enterprise Architect'),
    ingrid: person(
        'Ingrid',
        'Solheim',
        'ingrid.solheim@kestrel-aero.example',
        'Kestrel Aerospace',
        'Programme Manager',
        '+47 22 55 01 02'
    ),
    etienne: person(
        'Étienne',
        'Montclair',
        'etienne@montclair.example',
        'Montclair & Fils',
        'Directeur général',
        '+33 1 55 50 01 03'
    ),
    rosa: person('Rosa', 'Delgado', 'rosa.delgado@kestrel-aero.example', 'Kestrel Aerospace', 'Supply Chain Lead'),
    marcus: person(
        'Marcus',
        'Webb',
        'marcus.webb@harborline.example',
        'Harborline Insurance',
        'VP Distribution',
        '+1 203 555 0104'
    )
} satisfies Record<string, Person>;

/** Name, industry and city of each customer. */
export const ACCOUNTS = [
    ['Brightwater Health', 'Healthcare', 'Boston'],
    ['Kestrel Aerospace', 'Manufacturing', 'Oslo'],
    ['Montclair & Fils', 'Retail', 'Paris'],
    ['Harborline Insurance', 'Finance', 'Stamford']
] as const;

/** Somebody who booked without being on file. */
export const STRANGERS = {
    kofi: person('Kofi', 'Mensah', 'kofi.mensah@volta-solar.example', 'Volta Solar', ''),
    renee: person('Renée', 'D’Angelo', 'renee@dangelo-studio.example', 'D’Angelo Studio', '')
} satisfies Record<string, Person>;

function person(
    firstName: string,
    lastName: string,
    email: string,
    company: string,
    title: string,
    phone?: string,
    owner?: NexoraUser
): Person {
    return {
        firstName,
        lastName,
        email,
        company,
        title,
        ...(phone !== undefined && { phone }),
        ...(owner && { owner })
    };
}
