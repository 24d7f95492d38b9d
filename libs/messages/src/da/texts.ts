import type { Room } from '../sentence';

/** How texts came to be: what they were before most of them was deleted, and who wrote what. */
export const texts = {
  'texts.massDeletion': 'Det meste af teksten i »{title}« blev slettet den {at} af {who}.',

  'page.textHistory.heading': 'Historik',
  'page.textHistory.who': 'Hvem har skrevet hvad',
  'page.textHistory.before': 'Teksten, før det meste blev slettet den {at}',
  'page.textHistory.look': 'Se teksten, som den var før',

  'page.before.title': '»{title}«, som teksten var før',
  'page.before.seen': 'Set af {who} ({capacity}, {body}) den {at}.',
  'page.before.unseen': 'Ingen af dem, der skriver i teksten, har endnu sagt, at de har set det.',
  'page.before.see': 'Jeg har set det',
  'page.before.seeThen':
    'Når du trykker, forsvinder opgaven for alle, der skriver i teksten, og det kommer til at stå her, at du har set det.',
  'page.before.missing': 'Det, der mangler i teksten nu',
  'page.before.missingCount': { one: '{count} stykke mangler', other: '{count} stykker mangler' },
  'page.before.nothingMissing': 'Alt det, der stod dengang, står i teksten nu.',
  'page.before.then': 'Teksten, som den var',
  'page.before.forgotten':
    'Det, teksten sagde dengang, er slettet sammen med svarets kladder. Det kan ikke findes igen.',
  'page.before.putBack': 'Hent det slettede tilbage',
  'page.before.comes': {
    one: '{count} stykke mangler og sættes ind igen der, hvor det stod.',
    other: '{count} stykker mangler og sættes ind igen der, hvor de stod.',
  },
  'page.before.keeps':
    'Intet af det, der står i teksten nu, bliver fjernet eller ændret, heller ikke det, andre skriver imens.',
  'page.before.twice': 'Et afsnit, der er skrevet om siden, kan komme til at stå to gange. Så sletter I det ene.',
  'page.before.yours': 'Det, der kommer tilbage, står som skrevet af dig.',

  'page.whoWrote.title': 'Hvem har skrevet hvad: {title}',
  'page.whoWrote.state': 'Under hvert afsnit står, hvem der har skrevet det, og hvornår',
  'page.whoWrote.empty': 'Der står ikke noget i teksten.',
  'page.whoWrote.unreadable': 'Teksten har noget i sig, som ikke kan læses, så her kan ikke vises noget.',
  'page.whoWrote.erased': 'Kladderne er slettet. For det ældste kan man ikke længere se, hvornår det blev skrevet.',
  'page.whoWrote.reading': 'Tekstens historik læses igennem',
  'page.whoWrote.stopped': 'Du har stoppet det. Intet er ændret.',
  'page.whoWrote.again': 'Læs historikken igennem',
  'page.whoWrote.by': 'Skrevet af {who}',
} as const satisfies Room;
