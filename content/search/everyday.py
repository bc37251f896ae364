"""Words a family may well type that are spelled as meant, though the guide may not hold them: they are never taken for
a slip of another word ("flight" is not "fight")."""

from content.words.folding import stems

EVERYDAY = frozenset(
    stems(
        """
        ambulant ambulante blend breed accommodation adoption
        sangre скоро age air airline airplane airport alcohol allergy anger animal anxiety apartment app
        appetite appointment army arrival ask aunt bag bank bath beard bed bicycle bike birthday blanket blog book
        bottle boy brain bread breakfast breaking breastfeeding breeding brother building bus business butter cafe
        cake call camera camp cancel car card care cash cat chair charity cheap cheese chicken chocolate christmas
        church city class cleaning clothes clothing coffee cold college comfort community complaint complaints
        computer contact cooking cooler corona coronavirus country cousin covid credit crying currency dad dance dark
        date daughter death dentist dentists diary diet dinner dirty disability discount divorce doctor dog dogs donate
        donation dream dress dressing driver driving dry dying easter eating education egg eggs electricity email
        emotions energy english euro euros exam exercise exhausted expensive face facebook failure faith family
        families farm fasting father fear feeding feet fewer fiber fibre fiction fight film finger fish fitness flat
        ambulanz ambulatory blending breadth conclusion conversion emergence feier kampf skeptic
        flight flights flowers flu fly flying food foods football form forum free friday friend friends fruit fun
        funeral future games garden girl glasses god grandfather grandmother grandparents grief group growing guest
        guesthouse guilt gym hair haircut halal hand handicap happy hat heading headscarf heart heat height holiday
        holidays home homework hope horse hospice hostel hotel hotels house housing hunger hungry husband ice internet
        insurance iron islam jewish job juice kindergarten kitchen kosher language lawyer leave letter light living
        loan lodging lonely loneliness loss love lunch luggage luck mail makeup malaria marriage married massage
        mattress meal meals meat media medicine meeting milk mobile money morning mosque mother mould mouse movie mum
        music muslim nail nanny nature needle neighbor nephew newspaper nice niece noise nose nurse nurses nursery
        nutrition nuts office orange other outside pain painting parent parents park parking partner party passport
        peace pet pets phone phones photo picture pillow plane plant play playground playing pocket police pool
        poor pray prayer prayers pregnancy pregnant present prison prone psychologist psychology public puzzle
        quarantine quarrel race radio rain ramadan reading refugee refund relatives religion rent rental rice rich
        river room rooms rude running sad salad salt sauna school schools science season seat separation shampoo
        sharing shaving sheet shelter shield shoes shop shopping shower sick singing single sister skin
        sleep sleeping smell smile smoke smoking snow soap social son song soup space speech sport sports spring
        stairs star stars station storm story strange street stress student studies sugar summer sun sunday
        sunlight support surgery sweets swim swimming table talking tax taxi tea teacher teaching teeth telephone
        television terms test ticket tickets time tired tiredness tobacco toilet tooth toothbrush touch tourist
        towel toys train training transport trip trust uncle university vaccination vaccine vaccines vegan vegetables
        vegetarian video village visit visiting visitor visitors vitamin vitamins wage waiting walk walking war wash
        washing water weather wedding weekend weight wheelchair wife wifi wig wigs wine winter woman women work working
        worry writing yoga young
        """
    )
)
