import type { Language } from '../language'

/** English: what its words tell the rules. */
export const english: Language = {
  code: 'en',
  verbFinal: false,
  levelEnding: null,
  cues: {
    rise:
      'rose|risen|improvement|rise|rises|rising|grow|grew|grown|grows|growing|growth|increase|increased|increases|increasing|up|climb|climbed|climbs|climbing|jump|jumped|jumps|jumping|surge|surged|surges|surging|soar|soared|soars|soaring|gain|gained|gains|' +
      'expand|expanded|expands|expanding|expansion|upturn|uptick|advance|advanced|boost|boosted|raise|raised|raises|raising|lift|lifted|added|adds|spike|spiked|leap|leapt|leaped|shot up|went up|goes up|multiplied|swelled|strengthened|picked up|accelerated|' +
      'widened|improved|rallied|augmented|enhanced|ticked up|edged up|multiply|gone up|going up|add',
    fall:
      'fell|fall|falls|fallen|falling|drop|dropped|drops|dropping|decline|declined|declines|declining|decrease|decreased|decreases|decreasing|down|reduce|reduced|reduces|reducing|reduction|shrank|shrunk|shrink|shrinking|shrinks|lost|lose|loses|cut|cuts|cutting|contract by|contracted|contraction|plunge|plunged|plunging|' +
      'slump|slumped|slumping|slid|slide|slipped|slip|plummeted|plummet|tumbled|tumble|sank|dipped|dip|went down|gone down|shorten|shortened|lowered|narrowed|weakened|eased|halve|downturn|loss of|shed',
    change:
      'growth|improvement|increase|increases|rise|gain|decline|decrease|drop|fall|reduction|contraction|expansion|surge|jump|slump|difference|growth rate|rate of growth|uptick|upturn',
    more: 'more|higher|greater|larger|bigger|above|better|extra|up on',
    less: 'less|lower|fewer|smaller|below|worse|down on',
    reaches:
      'reached|reach|reaches|reaching|totalled|totaled|totalling|totaling|amounted|amounts|amount|amounting|stood|stands|standing|came to|comes to|coming to|hit|hits|hitting|made up|makes up|constituted|comprised|equalled|equaled|was|were|is|are|been|be|being|exceeded|exceeds|exceed|exceeding|surpassed|passed|crossed|topped|worth|valued|valued at|' +
      'at|recorded|touched|valuing|averaged|posted|generated|earned|registered|has reached',
    yearly:
      'year on year|year over year|yoy|y / y|y - o - y|annually|annual|on an annual basis|compared|in comparison|against the same|to the same|in annual terms|on the year|from a year earlier|from a year ago|in real terms',
    by: 'by',
    to: 'to',
    from: 'from',
    of: 'of',
    against:
      'against|versus|vs|compared with|compared to|in comparison with|relative to|instead of|as against|down from|up from|after',
    than: 'than|then in',
    refers: 'it|this figure|that figure|this amount|this volume|this number',
    relative: 'when|which',
    and: 'and|as well as|plus|,|&',
    but: 'while|whereas|but|although|though|however|meanwhile|;',
    filler:
      'a|an|the|by|of|some|about|around|almost|nearly|over|another|further|record|only|just|as much as|sharply|slightly|significantly|considerably|substantially|modestly|roughly|approximately|at|rate|pace|average|annual|an annual|total|whopping|' +
      'even|additional|additionally|dramatically|steadily|rapidly|strongly|marginally|in|with|approx|than|cumulative|double - digit|robust|solid|respectable|healthy|modest|mere|moderate|compound|impressive|year - on - year|annually|on average|yearly|nominal|real|for|on|combined|estimated|' +
      'all - time high of|an average of|quickly|gradually|respectively|also|again|overall|likewise|likely',
    respectively: 'respectively|correspondingly',
    past:
      'was|were|had|did|has|have|rose|fell|grew|reached|totalled|totaled|amounted|stood|came to|hit|made up|constituted|exceeded|surpassed|passed|crossed|topped|increased|decreased|declined|dropped|climbed|jumped|surged|soared|expanded|contracted|shrank|slumped|plunged|doubled|tripled|quadrupled|' +
      'halved|carried|handled|transported|shipped|exported|imported|delivered|sold|bought|received|attracted|invested|created|built|recorded|registered|accounted|took|moved|hauled|transshipped|produced|posted|traded|earned|visited|supplied|sent|opened|signed|went|added|multiplied|averaged|generated|spent|edged|came|touched|ended|gained|lost|supported|welcomed|' +
      'purchased|comprised|equalled|crossed|processed|contributed|drove|ranked|served|worth',
    present:
      'is|are|exceeds|stands|has|have|accounts|account|makes up|remains|remain|constitutes|totals|holds|holding|amounts|amount|takes|take|equals|employs|operate|operates',
    now: 'now|currently|today|at present|presently|at the moment|already|so far|to date|nowadays',
    once: 'once|previously|formerly|earlier|used to|before|until then|historically|initially|back then',
    plan:
      'plan|plans|planned|planning|aim|aims|aimed|aiming|target|targets|targeted|targeting|goal|goals|intend*|want|wants|wanted|seek|seeks|seeking|sought|hope|hopes|hoped|hoping|readiness|willingness|ready|desire|ambition|ambitions|ambitious|objective|objectives|strive*|task|tasks|' +
      'vow|vows|vowed|determined|determination|eye|eyes|eyeing|eyed|agreed|agree|agrees|instruct*|propose*|proposal|call for|calls for|called for|calling for|possible|potential|opportunity|opportunities|roadmap|reaffirmed|commit*|pledge*|promise*|set out|' +
      "wish|wishes|wished|need to|needs to|must|let us|let's|in order to|with a view to|envisage*|envision*|foresee*|provides for|on track|would like|can be|we can|they can|to be built|to be|set a|set the|set an|milestone of|mark of|push for|scheduled|slated|aspire*|mull*|bids to|bid to|keen|sights on",
    forecast:
      'expect|expects|expected|expecting|projects #|expectation|expectations|forecast*|projected|projects that|projecting|projection*|predict*|anticipate*|estimates that|reckons|is likely|are likely|likely|outlook|bound to|believes|believe|assumes|assumed|looks set',
    modal:
      "will|would|could|should|may|might|shall|going to|set to|poised to|able to|about to|is due to|are due to|'ll|can",
    infinitive:
      'to reach|to increase|to raise|to bring|to lift|to double|to triple|to quadruple|to boost|to expand|to take|to hit|to achieve|to exceed|to grow|to surpass|to push|to quintuple|to scale|to attain|to attract|to rise|to cut|to reduce|to halve|to create|to build|to produce|to carry|to handle|to welcome|to shorten|to develop|to climb|to elevate|to total|to fall|to get|reaching|bringing|achieving|of raising|of bringing|' +
      'of reaching|of doubling|of increasing|of boosting|of tripling|to ship|to transport|to export|to import|to supply|to sell|to buy|to drop|to shrink|to decline|to contract|to decrease|to generate|to enhance',
    promise:
      'promise|promised|promises|pledge|pledged|pledges|committed|commits|commit|undertook|undertakes|undertake|grant|granted|grants|vowed to provide|vowed to invest|allocate|allocates|allocated|earmarked|donate|donated|donates|will invest|will provide|will allocate|will lend|will finance|will grant|agreed to invest|agreed to extend|to provide|to extend|to lend|to grant|agreed to provide|agreed to lend|' +
      'would invest|would provide|plans to invest|intends to invest|to invest|ready to invest|will extend|extended a loan|will donate|offered|offers|will contribute|will fund',
    give: 'invest|provide|allocate|lend|finance|grant|loan|donate|contribute|extend|fund|aid|credit line|assistance',
    capacity:
      'capacity|designed for|designed to|capable of|able to|annual capacity|throughput capacity|can handle|can process|can accommodate|can carry|can take|can receive|can produce|can store|can transport|rated at',
    handle: 'handle|process|accommodate|carry|take|receive|store|transport|berth|produce|serve|pass',
    worth: 'cost of|costs|costing|cost|worth|valued at|price of|priced at|totalling|totaling',
    condition: 'if|once|provided that|provided|as soon as|subject to|in case|conditional on|assuming',
    not: 'not|no|never|without|neither|nor',
    share:
      'share|shares|accounted for|accounts for|account for|accounting for|proportion|portion|percentage|made up|makes up|of the total|of total|of all|of which|of that|of its|of it|stake|of the',
    rate: 'rate|rates|inflation|unemployment|tariff|tariffs|duty|duties|interest|tax|taxes|yield|margin|vat|stake|stakes|ratio|index|surcharge|commission|utilisation|utilization|completion|complete|completed|ready|coverage|localisation|localization|literacy|poverty',
    level:
      'the figure|the level|the amount|the volume|the value|what it|as much|as many|as high|as large|as big|that of|the number|its|their|the size|the same|the indicator|than|more|higher|larger|greater|the total|up on|over|compared|the trade|the current|current|the previous|last year|the 20|less|lower|smaller|fewer|year on year',
    document:
      "document|documents|agreement|agreements|memorandum|memoranda|memorandums|mou|mous|treaty|treaties|contract|contracts|deal|deals|protocol|protocols|accord|accords|pact|pacts|declaration|declarations|instruments|letters of intent|conventions|action plan|mou's",
    sign: 'sign|signs|signed|signing|ink|inked|initialled|initialed|exchanged|adopted|concluded|endorsed|sealed|finalised|finalized|approved',
    countable:
      'job|jobs|vacancies|visas|companies|company|enterprises|firms|businesses|entities|students|tourists|tourist|visitors|visitor|people|persons|citizens|residents|workers|employees|wagons|railcars|trains|train|flights|projects|project|joint ventures|ventures|factories|plants|vessels|ships|trucks|cars|vehicles|buses|containers|' +
      'locomotives|units|scholarships|arrivals|migrants|nationals|startups|start - ups|hectares|houses|homes|apartments|schools|hospitals|investors|exporters|permits|licences|licenses|cattle|sheep|heads|head|tractors|aircraft|planes|guests|travellers|travelers|pilgrims|subsidiaries|representations|branches|farms|households|wells|lorries|crossings|trips|positions|posts|' +
      'specialists|doctors|nurses|engineers|teachers|pupils|graduates|refugees|turbines|panels|stations|shops|stores|outlets|brands|products|goods items|patents|transactions|orders|bookings|calls|calls at port',
    passenger: 'passenger|passengers|travellers|travelers|riders|air passengers',
    transit:
      'deliver*|transit|transport*|journey|shipping time|travel|shipment|shipments|cargo|freight|container*|train|route|clearance|waiting|wait|queue|voyage|takes|took|take|crossing',
    distance:
      'from|away|off|outside|north of|south of|east of|west of|northeast of|northwest of|southeast of|southwest of',
    say:
      'said|says|say|saying|told|noted|notes|added|adds|stated|states|stressed|emphasised|emphasized|announced|announces|reported|reports|declared|pointed out|underlined|underscored|explained|predicted|reckoned|reckons|believes|believed|claimed|claims|commented|concluded|confirmed|revealed|recalled|remarked|observed|wrote|informed|mentioned|highlighted|argued|argues|' +
      'disclosed|estimates|expects|voiced|affirmed|suggested|expressed|quoted as saying|thinks|warned|replied|insisted|outlined',
    according:
      'according to|as reported by|citing|per|data from|data of|figures from|statistics from|as per|with reference to|quoting',
    opinion:
      'expert|experts|analyst|analysts|economist|economists|scholar|scholars|professor|researcher|researchers|observer|observers|commentator|commentators|political scientist|political scientists|specialist|consultant|consultants|fellow|strategist|strategists|expert on',
    hedge:
      'as far as i understand|reportedly|allegedly|apparently|presumably|perhaps|maybe|it seems|seemingly|as far as i know|if i am not mistaken|supposedly|preliminary|unofficially',
    pronoun: 'he|she|i|we|they',
    role:
      'president|presidents|minister|ministers|ministers of|prime minister|deputy|vice|director|head|chairman|chairwoman|chair|chairperson|ambassador|envoy|secretary|governor|mayor|ceo|chief|spokesman|spokeswoman|spokesperson|speaker|king|emir|sheikh|chancellor|premier|commissioner|representative|official|consul|' +
      'expert|analyst|economist|professor|member|manager|general|counsellor|counselor|founder|leader|senator|deputy minister|foreign minister|under - secretary|undersecretary|adviser|advisor|partner|executive|researcher|scholar|rector|crown prince|prince',
    office:
      'ministry|committee|agency|office|bureau|statistics|service|bank|chamber|department|authority|commission|administration|council|board|union|association|centre|center|institute|company|operator|railways|customs|corporation|fund',
  },
  topics: {
    documents: 'document|documents|agreement|agreements|memorandum|memoranda|treaty|treaties|mous|protocols',
    transport:
      'cargo|freight|transit|container|containers|teu|rail|railway|railways|railroad|port|ports|seaport|harbor|harbour|corridor|route|pipeline|transship*|transhipment|transported|transportation|transport|shipping|throughput|terminal|berth|berths|passengers|passenger|flights|airline|airport|ferry|' +
      'vessels|tonnage|wagons|trains|delivery time|logistics|hauled|haul|tracks|highway|road|trucks',
    'trade.exports':
      'export|exports|exported|exporting|exporter|exporters|shipments|shipment|deliveries|sales to|sold to|sells abroad|supplies to|supplied|sales abroad|supply|shipped|deliver*',
    'trade.imports':
      'import|imports|imported|importing|purchases|purchased|bought|buys from|inbound shipments|purchases from',
    'trade.turnover':
      'trade|turnover|commerce|commodity turnover|traded|trading|partner|partners|sell each other|commodity exchange|goods turnover|trade turnover|turn - over',
    investment:
      'invest|invests|invested|investing|investment|investments|investor|investors|fdi|loan|loans|funding|financing|joint venture|joint ventures|enterprises with|companies with|capital|direct investment|fund|portfolio|project|projects|contracts worth|deals worth|credit line|credit|grant|grants|cost|costs|plant|factory|facility|wind farm|power plant',
    economy:
      'gdp|gross domestic product|economy|economic growth|inflation|budget|debt|reserves|unemployment|remittances|remittance|wages|salary|salaries|deficit|interest rate|key rate|currency|domestic product|output of the economy|money transfers|industrial output|industrial production|pension|growth forecast',
  },
  months: [
    'january|jan',
    'february|feb',
    'march|mar',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept|sep',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  pastEnding: 'ed',
}
