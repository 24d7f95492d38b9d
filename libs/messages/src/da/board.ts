import type { Room } from '../sentence';

/** How far the parties have come, as a colleague would say it. `{missing}` and `{waiting}` are names, or how many. */
export const board = {
  'board.nobody': {
    one: 'Aftalens eneste part har ikke godkendt endnu. Aftalen er ikke indgået.',
    other: 'Ingen af de {count} parter har godkendt endnu. Aftalen er ikke indgået.',
  },
  'board.some': '{approved} af {total} har godkendt · ikke indgået. Mangler: {missing}.',
  'board.someMany': '{approved} af {total} har godkendt · ikke indgået. {missing} mangler.',
  'board.awaiting': {
    one: 'Beslutningen fra {waiting} venter på at blive bekræftet.',
    other: 'Beslutningerne fra {waiting} venter på at blive bekræftet.',
  },
  'board.awaitingBeside': {
    one: 'En ny beslutning for {waiting} venter på at blive bekræftet. Indtil da gælder den, der står.',
    other: 'Nye beslutninger for {waiting} venter på at blive bekræftet. Indtil da gælder dem, der står.',
  },
  'board.concluded': {
    one: 'Aftalens eneste part har godkendt teksten. Aftalen blev indgået den {date}.',
    other: 'Alle {count} har godkendt den samme tekst. Aftalen blev indgået den {date}.',
  },
  'board.lapsed': 'Teksten er åbnet for at blive skrevet om. Det, der var besluttet, gælder ikke længere.',
  'board.abandoned': 'Aftalen er opgivet. {approved} af {total} nåede at godkende.',

  'api.field.answer': 'Svar',
  'api.field.item': 'Punkt på dagsordenen',
  'api.field.wording': 'Ordlyd',
  'api.field.minutesLink': 'Link til referatet',
  'round.responseTitle': 'Høringssvar fra {council}',
  'round.unknownCouncil': 'En af de valgte kan ikke spørges om denne aftale. Vælg fra listen.',

  'tasks.responseCorrected': '{council} · svaret er ved at blive rettet, og det, der er sendt, gælder imens',
  'tasks.responseLate': '{council} · fristen er gået, men svaret kan stadig sendes',
  'tasks.treatPoints': { one: '{count} punkt mangler et svar', other: '{count} punkter mangler et svar' },
  'tasks.endHearing': '{answered} af {invited} råd har svaret',
  'tasks.closeRound': 'Alle punkter har fået svar',
  'tasks.recordDecision': '{body} skal tage stilling',
  'tasks.askToConfirm': {
    one: 'Beslutningen fra {parties} er skrevet ind efter referatet og venter på at blive bekræftet',
    other: 'Beslutningerne fra {parties} er skrevet ind efter referatet og venter på at blive bekræftet',
  },
  'tasks.endStandstill': '{parties} har sagt nej, stillet en betingelse eller sendt sagen tilbage',
  'tasks.confirmDecision': 'Sekretariatet har indskrevet: {outcome}, {date}',
} as const satisfies Room;
