using System.Text.RegularExpressions;

namespace TalksBot.Tests.House;

/// <summary>Whoever follows a citation in the code or a link in the documents arrives.</summary>
public sealed partial class CitationTests
{
    [Fact]
    public void Every_section_of_a_protocol_sheet_that_the_code_cites_is_there()
    {
        var sheets = Directory.EnumerateFiles(Checkout.File("docs/protocols"), "*.md")
            .ToDictionary(sheet => Path.GetFileName(sheet), Sections, StringComparer.Ordinal);

        var cited = Sources()
            .SelectMany(source => Citation().Matches(File.ReadAllText(source)), (source, citation) => (Source: source, Citation: citation))
            .SelectMany(it => Section().Matches(it.Citation.Value), (it, section) => (it.Source, Sheet: it.Citation.Groups["sheet"].Value, Section: section.Value))
            .ToList();

        cited.Count.ShouldBeGreaterThan(200);
        cited.Where(it => !sheets[it.Sheet].Contains(it.Section))
            .Select(it => $"{Path.GetFileName(it.Source)} cites {it.Sheet} {it.Section}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_of_the_documents_leads_to_a_file_and_its_heading() =>
        Documents()
            .SelectMany(document => Link().Matches(Code().Replace(File.ReadAllText(document), "")), (document, link) => (Document: document, Target: link.Groups["target"].Value))
            .Where(link => !Leads(link.Document, link.Target))
            .Select(link => $"{Path.GetFileName(link.Document)} links to {link.Target}")
            .ShouldBeEmpty();

    private static bool Leads(string document, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? document : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, parts[0]));
        return parts.Length == 1 ? Path.Exists(path) : File.Exists(path) && Anchors(path).Contains(parts[1]);
    }

    /// <summary>The numbered headings of a sheet, as <c>§3.1</c>.</summary>
    private static HashSet<string> Sections(string sheet) =>
        [.. NumberedHeading().Matches(File.ReadAllText(sheet)).Select(heading => $"§{heading.Groups["number"].Value}")];

    private static HashSet<string> Anchors(string document) =>
        [.. Heading().Matches(File.ReadAllText(document))
            .Select(heading => NotInAnchors().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    private static IEnumerable<string> Sources() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Checkout.File(folder), "*.cs", SearchOption.AllDirectories));

    private static IEnumerable<string> Documents() =>
        [Checkout.File("README.md"), .. Directory.EnumerateFiles(Checkout.File("docs"), "*.md", SearchOption.AllDirectories)];

    [GeneratedRegex(@"\b(?<sheet>(?:discord|slack|changes-2026)\.md)(?:,? (?:and )?§\d+(?:\.\d+)*)+")]
    private static partial Regex Citation();

    [GeneratedRegex(@"§\d+(?:\.\d+)*")]
    private static partial Regex Section();

    [GeneratedRegex(@"^#{2,3} (?<number>\d+(?:\.\d+)*)\.? ", RegexOptions.Multiline)]
    private static partial Regex NumberedHeading();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\\)\]\((?<target>[^)\s`]+)\)")]
    private static partial Regex Link();
}
