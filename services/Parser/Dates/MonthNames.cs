using System.Collections.Frozen;

namespace Ingest.Parser.Dates;

/// <summary>Months and weekdays in English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Arabic, Hebrew and some neighbours.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Months = Of(
        "january jan januar jänner jaenner janvier janv enero ene gennaio gen janeiro januari января январь янв січня styczeń stycznia ocak ιανουαρίου ianuarie leden ledna január يناير ינואר בינואר",
        "february feb febr februar feber février fevrier févr fév febrero febbraio fevereiro fev februari февраля февраль фев февр лютого luty lutego şubat februarie únor února február فبراير شباط פברואר בפברואר φεβρουαρίου",
        "march mar märz maerz mrz mär mars marzo março marco maart mrt марта март мар березня marzec marca mart martie maret březen března március مارس آذار מרץ במרץ מרס μαρτίου",
        "april apr avril avr abril abr aprile апреля апрель апр квітня kwiecień kwietnia nisan aprilie duben dubna április أبريل إبريل نيسان אפריל באפריל απριλίου",
        "may mai mayo maggio mag maio mei maj мая май травня maja mayıs květen května május مايو أيار מאי במאי μαΐου",
        "june jun juni juin junio giugno giu junho июня июнь июн червня czerwiec czerwca haziran iunie červen června június يونيو حزيران יוני ביוני ιουνίου",
        "july jul juli juillet juil julio luglio lug julho июля июль июл липня lipiec lipca temmuz iulie červenec července július يوليو تموز יולי ביולי ιουλίου",
        "august aug août aout agosto ago augustus augusti augusztus августа август авг серпня sierpień sierpnia ağustos agustus srpen srpna أغسطس אוגוסט באוגוסט αυγούστου",
        "september sept sep septembre septiembre setiembre settembre set setembro сентября сентябрь сен сент вересня wrzesień września eylül septembrie září szeptember سبتمبر أيلول ספטמבר בספטמבר σεπτεμβρίου",
        "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт жовтня październik października ekim octombrie říjen října október أكتوبر אוקטובר באוקטובר οκτωβρίου",
        "november nov novembre noviembre novembro ноября ноябрь ноя нояб листопада listopad listopada kasım noiembrie نوفمبر נובמבר בנובמבר νοεμβρίου",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря декабрь дек грудня grudzień grudnia aralık decembrie prosinec prosince desember ديسمبر דצמבר בדצמבר δεκεμβρίου");

    private static readonly FrozenSet<string> Weekdays = ("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun " +
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so " +
        "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim " +
        "lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié jue vie sáb dom " +
        "lunedì martedì mercoledì giovedì venerdì sabato domenica gio " +
        "segunda terça quarta quinta sexta feira seg ter qua qui sex " +
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo " +
        "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12, or 0.</summary>
    public static int Month(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 12 && Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month) ? month : 0;

    /// <summary>Whether it names a day of the week.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 12 && Weekdays.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenDictionary<string, int> Of(params string[] names) => names
        .SelectMany((line, index) => line.Split(' ').Select(name => KeyValuePair.Create(name, index + 1)))
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
