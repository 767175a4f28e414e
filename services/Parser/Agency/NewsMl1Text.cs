using System.Text;
using Ingest.Parser.Articles;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>Collects the text of a NewsML 1.x component: its body first, then what belongs to it (contacts, notes).</summary>
internal static class NewsMl1Text
{
    private static readonly string[] NoText = ["StyleSheet", "HeadLine", "Logo", "Photo", "Picture", "Thumbnail", "Preview", "Audio", "Video", "Graphic"];

    /// <summary>Whether there is any text.</summary>
    public static bool Has(Element component) => Contents(component).Any();

    /// <summary>Sets the body, and what embedded NITF says.</summary>
    public static void Fill(ArticleFields fields, Element component)
    {
        var main = new List<string>();
        var others = new List<string>();
        foreach (var (content, role) in Contents(component))
        {
            if (content.Descendants("nitf").FirstOrDefault() is { } nitf && fields.Get("body") is null)
            {
                Nitf.Fill(fields, nitf);
                continue;
            }

            (role is null or "Body" or "Main" or "Text" or "Story" ? main : others).Add(Paragraphs(content));
        }

        var title = fields.Get("title");
        fields.Set("body", AgencyFields.Join([.. main.Concat(others).Where(text => text != title)]), "newsml:DataContent");
    }

    private static IEnumerable<(Element Content, string? Role)> Contents(Element component)
    {
        foreach (var item in component.Descendants("ContentItem"))
        {
            var type = item.Child("MimeType")?.Attribute("FormalName") ?? "";
            var role = Role(item);
            var isText = type.Length == 0 || (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("css", StringComparison.OrdinalIgnoreCase)) ||
                type.Contains("xml", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase);
            if (isText && !(role is not null && NoText.Contains(role, StringComparer.OrdinalIgnoreCase)) && item.Child("DataContent") is { } data && data.Text.Any(char.IsLetterOrDigit))
            {
                yield return (data, role);
            }
        }
    }

    private static string? Role(Element item)
    {
        for (var at = item.Parent; at is not null && at.Is("NewsComponent"); at = at.Parent)
        {
            if (at.Child("Role")?.Attribute("FormalName") is { } role)
            {
                return role;
            }
        }

        return null;
    }

    private static string Paragraphs(Element data)
    {
        if (data.HasElements)
        {
            return HtmlText.Paragraphs(data);
        }

        var text = data.Text.Trim();
        var bytes = new byte[text.Length];
        return data.Parent?.Child("Encoding")?.Attribute("Notation")?.Contains("base64", StringComparison.OrdinalIgnoreCase) == true && Convert.TryFromBase64String(text, bytes, out var length)
            ? HtmlText.ParagraphsOfAny(Encoding.UTF8.GetString(bytes, 0, length))
            : HtmlText.ParagraphsOfAny(text);
    }
}
