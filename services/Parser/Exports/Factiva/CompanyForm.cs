namespace Ingest.Parser.Exports.Factiva;

/// <summary>The legal form at the end of a company's name, which one line gives and another leaves out.</summary>
internal static class CompanyForm
{
    private static readonly string[] Forms =
    [
        "Ltd", "Limited", "Inc", "Incorporated", "LLC", "LLP", "L.P", "LP", "plc", "Corp", "Corporation", "Co", "Company", "GmbH", "GmbH & Co. KG", "AG", "KG", "SE", "SA", "S.A", "S.A.S", "SAS", "SARL", "S.L", "S.p.A", "SpA", "S.r.l", "Srl",
        "B.V", "BV", "N.V", "NV", "AB", "A/S", "ApS", "AS", "Oy", "Pty Ltd", "Pte Ltd", "Pvt Ltd", "K.K", "Ltda",
    ];

    /// <summary>The name without its form.</summary>
    public static string Without(string name)
    {
        name = name.TrimEnd('.', ',', ' ');
        foreach (var form in Forms)
        {
            if (name.Length > form.Length + 3 && name.EndsWith(form, StringComparison.Ordinal) && name[^(form.Length + 1)] is ' ' or ',')
            {
                return name[..^form.Length].TrimEnd('.', ',', ' ');
            }
        }

        return name;
    }
}
