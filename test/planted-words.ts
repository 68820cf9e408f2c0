/** What each topic of a planted conversation is spoken about with. The lists overlap on purpose: people who talk of meetings
 *  and people who talk of travel both say "call" and "room". */
export const topicWords: Readonly<Record<string, string>> = {
  meetings: 'meeting agenda calendar invitation call room minutes hour afternoon decision slides chair recording notes',
  travel: 'train flight hotel booking trip expense receipt airport ticket call customer visit taxi approval',
  canteen: 'canteen lunch menu vegetarian soup queue kitchen coffee price salad breakfast tray supplier portion',
  onboarding: 'newcomer mentor laptop badge first week checklist buddy contract manual training induction desk account',
  training:
    'course trainer video lesson certificate exam skill workshop budget catalogue session evening practice screen',
  tools:
    'software licence update password login ticket browser server screen backup outage spreadsheet printer helpdesk',
  safety: 'helmet accident forklift exit alarm drill glove ladder inspection noise injury warehouse signal barrier',
  childcare:
    'kindergarten parent child holiday school leave shift nursery afternoon family pregnancy playroom illness hour',
  remote: 'home office camera headset contract neighbour screen kitchen commute internet trust chat presence desk',
  office: 'desk window light plant noise floor lift carpet heating chair room kitchen locker phone',
  commute: 'bicycle bus parking shower garage train station traffic ticket subsidy street charger car shift',
  pay: 'salary bonus raise grade negotiation collective budget fairness pension inflation statement year review scale',
  customers:
    'customer complaint hotline refund promise delivery feedback call survey quality invoice waiting answer visit',
  quality:
    'defect inspection standard supplier sample audit tolerance batch complaint report measurement root cause line',
  climate: 'emission solar roof heating recycling waste packaging plastic energy paper footprint supplier car tree',
  leadership:
    'manager feedback trust goal praise conflict decision vision review team promise coaching hierarchy courage',
  ideas: 'prototype experiment budget patent hackathon pitch failure jury sponsor workshop market pilot sketch courage',
  hiring:
    'applicant interview vacancy advert referral contract recruiter university intern apprentice offer skill test answer',
  logistics:
    'warehouse pallet truck delivery shipment customs stock barcode forklift packaging supplier dock route delay',
  documents: 'manual template archive folder version translation signature wiki form search paper scan glossary page',
  privacy:
    'consent password record camera audit encryption contract form deletion access log request disclosure account',
  volunteering:
    'charity donation school forest refugee weekend sponsor leave neighbour garden library team tree kitchen',
  health: 'doctor stress vaccination gym back sleep break smoker massage illness walking screen yoga counselling',
  sales: 'quarter pipeline discount margin proposal contract region target market forecast bonus customer demo visit',
}

/** The small voice: half of its words are everybody's (meeting, call, video, room, screen, training, phone). */
export const smallWords = {
  own: 'captions deaf hearing interpreter subtitles transcript lipreading loop sign amplifier',
  shared: 'meeting call video room screen training phone colleague headset microphone',
} as const

/** Ways to begin, to say and to end; # stands for a word of the topic. */
export const openings = [
  'Honestly,',
  'In our department',
  'For many years',
  'Last month I saw that',
  'Speaking for my team,',
  'As someone who works nights,',
  'I may be alone with this, but',
  'When I joined',
  'Every other company I know has understood it:',
  'My suggestion is simple:',
  'Nobody asks us, yet',
  'After the reorganisation',
  'Our neighbours on the third floor showed that',
  'Please do not laugh,',
  'Something small to begin with:',
  'What bothers me most is this:',
  'We tried it in spring and',
  'If I could change one thing,',
] as const

export const clauses = [
  'the # matters more than any #',
  'we should finally replace the # by a proper #',
  'nobody explains how # and # belong together',
  'a better # would save us the # every week',
  'the # is missing whenever the # is needed',
  'I would gladly give up the # for a decent #',
  'people lose patience with the # and the #',
  'there is one # for forty of us and no #',
  'the rules about # contradict those about #',
  'somebody has to own the # and also the #',
  'it takes days until the # reaches the #',
  'we pay for a # that ruins the #',
  'the # works well, the # does not',
  'more # and less #, that is all',
  'without # the whole # is worth little',
  'why is the # never ready before the #',
  'two of us could test a # with another #',
  'the # should be open to everyone who needs a #',
  'asking for a # must not end in a #',
  'we talk about # and forget the #',
] as const

export const endings = [
  'and it would cost almost nothing',
  'although the # has been promised twice',
  'so let us begin with the # in summer',
  'because the # keeps people away',
  'and I offer to help with the #',
  'which other sites solved long ago',
  'before another good person leaves',
  'since a # alone changes little',
  'while everybody waits for the #',
  'if the sponsors mean what they say',
  'and please measure it afterwards',
  'even when the # looks expensive',
  'as our guests keep telling us',
  'or at least explain the # to us',
] as const

/** What may stand before a word of the topic, so that two sentences of one form rarely are alike. */
export const attributes =
  'new old shared small second public quiet digital reliable cheap Danish local honest spare temporary larger simple fair common ' +
  'early central mobile second-hand friendly missing modern seasonal robust official weekly tiny joint open regional proper extra'

/** Where and when, anywhere in a text. */
export const circumstances = [
  'in building #',
  'at the site in Porto',
  'since number # was closed',
  'on Tuesdays',
  'for # of us',
  'in the evening',
  'with the colleagues from Lyon',
  'during the audit',
  'around Christmas',
  'in our unit',
  'near gate #',
  'between two shifts',
  'after # years here',
  'in the new hall',
  'when it rains',
  'with # others',
  'in Gdansk',
  'under the old contract',
] as const

/** What the campaign copies. */
export const campaignText =
  'The new parking fees are unfair to everybody who works late. We demand that the board withdraws them at once and ' +
  'publishes who decided this, when, and for which reasons. Copy this text and post it too!'
