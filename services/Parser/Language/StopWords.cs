using System.Collections.Frozen;

namespace Ingest.Parser.Language;

/// <summary>The most frequent small words of the languages in Latin and Cyrillic script, each with the languages it is one of.</summary>
internal static class StopWords
{
    private static readonly (string Code, string Words)[] Profiles =
    [
        ("en", "the of and to in that is was for it with as his on be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what its about into than them can only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through years"),
        ("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei kann gegen vom schon wenn habe ihre dann unter wir soll ich eines jahr zwei diese dieser wieder seine"),
        ("fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec cette son ses aux ou mais comme nous leur ont été fait elle être deux même aussi ces sa lui après sans entre tout vous était encore avait bien dont selon depuis je peut ainsi très contre"),
        ("es", "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto antes algunos qué unos yo otro otras fue ha según años"),
        ("it", "di e che il la in un a per è una con sono non del si da le dei i al come nel più ha lo della anche alla gli ma se delle o nella dal dalla questo su degli ai cui sul suo ci dopo tra essere due stato loro tutti così anni ed quando sua aveva hanno perché molto era fra"),
        ("pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você são segundo anos"),
        ("nl", "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of uit nog worden door naar heeft tot hij ze wordt werd meer wel over geen was jaar deze zich heb kan al moet veel dit toen nu hebben onder tegen andere haar zou mensen waar na"),
        ("sv", "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad få två ha hans"),
        ("da", "og i at det er en til af på for den med som der de har ikke et han men var fra vi om jeg sig så kan når efter år over også eller nu ved hvor skal skulle kommer blev være havde alle andre meget end her da siden bare bliver op selv hvad to mange hans ud mod kun uden blevet siger oplyser ifølge nogle noget måtte derfor gør få fået kommunen sige blandt samt mens"),
        ("no", "og i det er på som en til å av for at med de har ikke den et han men var fra vi om jeg seg så kan når etter år over også eller nå ved hvor skal skulle kommer ble være hadde alle andre mye enn her da siden bare blir opp selv hva to mange hans ut mot ved bli norge sier noen noe gjør fikk fått ifølge opplyser dette disse blant samt mens kommunen flere"),
        ("fi", "ja on ei se että oli hän mutta joka myös kun ovat hänen sekä vain niin mukaan jo kuin jos ole sen olla tai joka jotka nyt vielä tämä mitä kanssa tämän noin ollut voi ovat olisi eivät jälkeen kuitenkin minä siitä vuoden sitä sanoi kertoo yli mukaansa tiistaina sanoo kaupunki uuden eikä enää tätä koko aikana vuonna"),
        ("pl", "w i na z się do nie że to jest o od za po jak przez dla ale co są był tym ma oraz czy jego już tego być może który ich było które tylko przed będzie została został także jej która między bardzo przy ze jako pod roku lat powiedział"),
        ("cs", "a v se na je že o s z do i to k za pro ve by který však jako jsou po ale podle od jeho které byl která také tak jen už má před nebo více bude ze co až při své není bylo ještě než mezi let jejich také kteří byla"),
        ("ro", "de și în a la cu pe care că din nu este un o mai pentru au fost sa se fi prin sunt ale al lui să după dar către acest această sau fără dintre când doar ar ca dacă toate lor cele către anul"),
        ("hu", "a az és hogy nem is egy ez volt meg csak de már mint még ki szerint azt el be vagy után lesz ami lehet között aki sem minden amely majd lett két így több nagyon kell amikor ezt pedig arra úgy új mondta éve év évek közölte sok ahol majd sem ha volna kellett"),
        ("tr", "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ancak en ne ama var o her dedi göre yeni ise olduğu oldu değil türkiye iki bin büyük eden tarafından etti kendi olduğunu"),
        ("id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata tahun sudah atau saat oleh menjadi orang ia telah adalah kami para seperti dapat"),
        ("ca", "de la i que el a en els per les un amb del una al no és va ha més però dels són com aquest també seva han fins aquesta molt ser tot quan després entre anys"),
        ("hr", "i u je na se da su za od s a o kao koji iz nije do će bi što kako koje bio ali koja po te samo prema ili biti sve nakon više bila godine to još ne"),
        ("sk", "a v sa na je že o z so do aj to k za pre vo by ktorý však ako sú po ale podľa od jeho ktoré bol ktorá tiež tak len už má pred alebo viac bude čo až pri svoje nie bolo ešte než medzi rokov ich bola uviedol si roku jej vo"),
        ("sl", "in v je na se da za so ki z bo pri tudi pa po do ni kot bi ko kar ali ga še bil bila smo ne če pred med lahko zaradi že biti leta tega svoje ter iz kako njegov bodo sta vse več od na to"),
        ("lt", "ir į iš su kad yra kaip ne dėl bet tai jo buvo po bei už apie jau gali tik metų taip prie pagal kuris nuo ar buvo jis ji savo tarp dar arba mes kurie šį sakė metais taip pat"),
        ("lv", "un ir ar no uz ka par kas bija gan to arī tika pēc bet nav kā viņš vai ko pie tā savu jau kad lai gada tiek līdz pret šo tas vairāk būs kuri tikai sacīja ne es mēs"),
        ("et", "ja on ei et oli see ka mis kui oma aga kes ning selle või ta kuid nii seda veel pärast välja ütles tema juba ole üks pole siis olid nad sest eest üle kõik saab aasta vaja"),
        ("vi", "và của là có được cho không trong những với các một này đã người năm từ đến khi để về tại cũng như sẽ ra theo vào đó nhiều sau trên hơn nhưng bị lại còn rằng đang việc ông"),
        ("sq", "dhe të në e i për me që një nga është se ka nuk janë do më si por ky kjo edhe ai tij u është ishte kanë pas tha duke këtë shumë"),
        ("is", "og að í á er sem til við um en hann af það ekki var fyrir með þess hefur verið því eru frá eftir þá hún þetta var sagði segir ef eða"),
        ("eu", "eta da ez dira izan du zuen baina bat dute dela egin beste ere oso hori hau zen zuten dago gero orain arte bere duen direla"),
        ("gl", "de a o que e do da en un para é con non unha os no se na por máis as dos como mais foi ao el das ten seu súa ou cando moi xa está pola ata isto entre despois tamén polo esta ós galego dixo segundo"),
        ("tl", "ang ng sa na at mga ay si ni para kay ito hindi may mula kung siya nang din rin pa niya isang sinabi noong dahil ayon ni"),
        ("sw", "ya wa na kwa katika ni la za kuwa hiyo huo baada cha huyo yake kama alisema hii watu pia hayo wake lakini ambayo nchi"),
        ("af", "die van en in is dat het nie op te met vir sy was om hy ook aan word as wat by ’n deur na se nie sal kan het hulle ons maar"),
        ("ru", "и в не на что с по он как это к но из у за от о так для же его был до бы если или уже то при со мы они во также после которые том был этом ее который сообщает было чтобы года все"),
        ("uk", "і в не на що з по він як це до та у за від про для його був але щоб або вже при ми вони також після які й який які бути року її було має"),
        ("bg", "и в на се да за от не че с по са ще е до като си това той но при който има един която които ли само след ни му както или още така бе"),
        ("be", "і ў не на што з па як гэта да та у за ад пра для яго быў але каб або ўжо пры мы яны таксама пасля якія які была гэтага яе было мае таму"),
        ("mk", "и во на се да за од не дека со што ќе е до како ги го беше по или во нивните кои која кој само исто така според ја бидејќи рече тоа"),
        ("kk", "және бұл мен бір үшін болып деп де да бойынша туралы осы керек кейін мүмкін болды еді сол жаңа қазақстан тағы"),
        ("sr", "и у је на да се су за од са о као који из није до ће би што како које био али која по те само према или бити све након више"),
    ];

    private static readonly FrozenDictionary<string, ulong> Masks = Profiles
        .SelectMany((profile, index) => profile.Words.Split(' ').Select(word => (word, index)))
        .GroupBy(entry => entry.word)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate(0ul, (mask, entry) => mask | (1ul << entry.index)), StringComparer.OrdinalIgnoreCase);

    public const int LongestWord = 10;

    public static int Count => Profiles.Length;

    public static string Code(int index) => Profiles[index].Code;

    /// <summary>Where a language stands, by its code in ISO 639-1; -1 when its words are not known.</summary>
    public static int IndexOf(string code) => Array.FindIndex(Profiles, profile => profile.Code == (code is "nb" or "nn" ? "no" : code));

    /// <summary>One bit for each language that uses the word.</summary>
    public static ulong Languages(ReadOnlySpan<char> word) =>
        Masks.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var mask) ? mask : 0;
}
