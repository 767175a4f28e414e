
namespace Ingest.Parser.Tests.Html;

public sealed class Hostile_pages
{
    private const int Many = 200_000;

    public static TheoryData<string, string> Pages => new()
    {
        { "nested divisions", string.Concat(Enumerable.Repeat("<div>", Many)) },
        { "nested and closed divisions", string.Concat(Enumerable.Repeat("<div>", Many)) + "x" + string.Concat(Enumerable.Repeat("</div>", Many)) },
        { "nested bold", string.Concat(Enumerable.Repeat("<b>", Many)) },
        { "bold and paragraphs", string.Concat(Enumerable.Repeat("<b><p>", Many / 2)) },
        { "fonts that differ", string.Concat(Enumerable.Range(0, Many / 4).Select(i => $"<font size={i}>")) },
        { "nested tables", string.Concat(Enumerable.Repeat("<table><tr><td>", Many / 3)) },
        { "nested lists", string.Concat(Enumerable.Repeat("<ul><li>", Many / 2)) },
        { "unclosed links", string.Concat(Enumerable.Repeat("<a href=x>", Many)) },
        { "unclosed paragraphs", string.Concat(Enumerable.Repeat("<p>", Many)) },
        { "custom elements", string.Concat(Enumerable.Repeat("<x-y>", Many)) },
        { "nested drawings", string.Concat(Enumerable.Repeat("<svg><g>", Many / 2)) },
        { "nested spans in paragraphs", "<p>" + string.Concat(Enumerable.Repeat("<span>", Many)) },
        { "attributes", "<div " + string.Concat(Enumerable.Range(0, Many / 10).Select(i => $"a{i} ")) + ">" },
        { "less-than signs", new string('<', Many) },
        { "unclosed comments", string.Concat(Enumerable.Repeat("<!--", Many)) },
        { "unclosed scripts", string.Concat(Enumerable.Repeat("<script>", Many)) },
        { "closing tags", string.Concat(Enumerable.Repeat("</div>", Many)) },
        { "closing paragraphs", string.Concat(Enumerable.Repeat("</p>", Many)) },
        { "linked data that nest", "<script type=\"application/ld+json\">" + new string('[', Many) + "</script>" },
        { "linked data with quotes", "<script type=\"application/ld+json\">{" + new string('"', Many) + "</script>" },
        { "state that nests", "<script type=\"application/json\">" + string.Concat(Enumerable.Repeat("{\"a\":", Many)) + "</script>" },
        { "streamed pieces", string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<template id=\"B:{i}\"></template><div hidden id=\"S:{i}\"><template id=\"B:{i}\"></template></div>")) },
        { "streamed pieces in a ring", "<template id=\"B:1\"></template><div hidden id=\"S:1\"><template id=\"B:2\"></template></div><div hidden id=\"S:2\"><template id=\"B:1\"></template></div>" },
        { "a long class", "<div class=\"" + string.Concat(Enumerable.Repeat("share-", Many)) + "\">" },
        { "many headings", string.Concat(Enumerable.Repeat("<h1>Bridge</h1>", Many / 4)) },
        { "many teasers", string.Concat(Enumerable.Repeat("<div><a href=x><h2>Bridge</h2></a></div>", Many / 4)) },
        { "many dates", string.Concat(Enumerable.Repeat("<p class=date>1.1.</p>", Many / 4)) },
        { "a long line", "<p class=\"author\">" + string.Concat(Enumerable.Repeat("by Jane Doe, ", Many)) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Come_to_an_end_and_leave_the_process_alive(string what, string page)
    {
        Assert.NotEmpty(what);
        await Parsing.EndOf("<!DOCTYPE html><html><head><title>Bridge</title></head><body>" + page);
    }
}
