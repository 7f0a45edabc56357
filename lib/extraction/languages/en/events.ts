import type { EventWords } from '../../events/patterns'

export const englishEvents: EventWords = {
  occurrences: [
    {
      kind: 'event',
      code: 'CONSULT',
      rule: 'visit',
      step: null,
      phrases:
        'official visit|state visit|working visit|paid a visit|paid an|pays an official|arrived in|arrives in|is on a visit|friendly visit|went to|day visit',
    },
    {
      kind: 'event',
      code: 'CONSULT',
      rule: 'talks',
      step: null,
      phrases:
        'held talks|held a meeting|held an expanded|has held|held negotiations|met with|meets with|has been received|was received|received by|telephone conversation|phone conversation|phone call|held a bilateral|held consultations|held a session|co - chaired|chaired a meeting|held the',
    },
    {
      kind: 'event',
      code: 'AGREE',
      rule: 'signing',
      step: 'signed',
      phrases:
        'signed|was signed|were signed|has signed|have signed|inked|was inked|initialled|exchanged documents|will be signed|to be signed|signing ceremony',
    },
    {
      kind: 'event',
      code: 'SUPPORT',
      rule: 'award',
      step: null,
      phrases: 'awarded|awarding|was named after|named after|conferred|bestowed|presented with the order|was decorated',
    },
    {
      kind: 'event',
      code: 'COOPERATE',
      rule: 'opening',
      step: 'delivered',
      phrases:
        'opened|was opened|inaugurated|launched|was launched|commissioned|put into operation|cut the ribbon|broke ground|unveiled|was put into|started operating|came into operation',
    },
    {
      kind: 'event',
      code: 'AID',
      rule: 'aid',
      step: 'delivered',
      phrases: 'humanitarian aid|sent aid|delivered aid|donated|humanitarian assistance|handed over',
    },
    {
      kind: 'commitment',
      code: 'pledge',
      rule: 'planned',
      step: null,
      phrases:
        'will be held|will be built|to be built|will be opened|will be launched|will be created|will be established|will host|will open|will build|will launch|will create|will establish|will begin|will start|are due in|is due in|would be put to work|will be finished|will hold|can hold',
    },
    {
      kind: 'commitment',
      code: 'pledge',
      rule: 'agreed',
      step: null,
      phrases:
        'agreed to|have agreed|has agreed|agreed on|pledged to|promised to|promises|promised|committed to|undertook to|vowed to|announced a roadmap',
    },
    {
      kind: 'commitment',
      code: 'talks',
      rule: 'planned',
      step: null,
      phrases:
        'discussed the possibility|talked over|considering|in talks|discussed the construction|discussed plans|discussed opening|discussed the opening|agreed to discuss',
    },
    {
      kind: 'commitment',
      code: 'instruction',
      rule: 'planned',
      step: null,
      phrases: 'instructed|ordered|tasked|am guiding',
    },
    {
      kind: 'commitment',
      code: 'proposal',
      rule: 'planned',
      step: null,
      phrases:
        'proposed to|proposed that|proposes to|suggested creating|suggested establishing|offered to|proposed creating|proposed establishing|invited',
    },
  ],
  instruments: {
    treaty: 'treaty',
    declaration: 'declaration',
    statement: 'joint_statement',
    communique: 'joint_statement',
    communiqué: 'joint_statement',
    programme: 'programme',
    program: 'programme',
    plan: 'programme',
    roadmap: 'roadmap',
    agreement: 'agreement',
    cepa: 'agreement',
    pact: 'agreement',
    protocol: 'agreement',
    convention: 'treaty',
    memorandum: 'memorandum',
    mou: 'memorandum',
    contract: 'contract',
    deal: 'contract',
    charter: 'treaty',
  },
}
