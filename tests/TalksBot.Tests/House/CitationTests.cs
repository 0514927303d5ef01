using System.Text.RegularExpressions;

namespace TalksBot.Tests.House;

/// <summary>Whoever follows a citation in the code or a link in the documents arrives.</summary>
public sealed partial class CitationTests
{
    private const int TimeLimit = 10_000;

    private static readonly string[] SourceFolders = ["src", "tests"];

    [Fact]
    public async Task Every_section_of_a_protocol_sheet_that_the_code_cites_is_there()
    {
        var sheets = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var sheet in Directory.EnumerateFiles(Checkout.File("docs/protocols"), "*.md"))
        {
            sheets.Add(Path.GetFileName(sheet), await SectionsAsync(sheet));
        }

        var cited = 0;
        var broken = new List<string>();
        foreach (var source in Sources())
        {
            var text = await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken);
            foreach (Match citation in Citation().Matches(text))
            {
                var sections = Section().Matches(citation.Value).Select(section => section.Value).ToList();
                cited += sections.Count;
                var sheet = citation.Groups["sheet"].Value;
                broken.AddRange(sections.Where(section => !sheets[sheet].Contains(section)).Select(section => $"{Path.GetFileName(source)} cites {sheet} {section}"));
            }
        }

        broken.ShouldBeEmpty();
        cited.ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task Every_link_of_the_documents_leads_to_a_file_and_its_heading()
    {
        var broken = new List<string>();
        foreach (var document in Documents())
        {
            var text = Code().Replace(await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken), "");
            foreach (Match link in Link().Matches(text))
            {
                if (!await LeadsAsync(document, link.Groups["target"].Value))
                {
                    broken.Add($"{Path.GetFileName(document)} links to {link.Groups["target"].Value}");
                }
            }
        }

        broken.ShouldBeEmpty();
    }

    private static async Task<bool> LeadsAsync(string document, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? document : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, parts[0]));
        return parts.Length == 1 ? Path.Exists(path) : File.Exists(path) && (await AnchorsAsync(path)).Contains(parts[1]);
    }

    /// <summary>The numbered headings of a sheet, as <c>§3.1</c>.</summary>
    private static async Task<HashSet<string>> SectionsAsync(string sheet) =>
        [.. NumberedHeading().Matches(await File.ReadAllTextAsync(sheet)).Select(heading => $"§{heading.Groups["number"].Value}")];

    private static async Task<HashSet<string>> AnchorsAsync(string document) =>
        [.. Heading().Matches(await File.ReadAllTextAsync(document))
            .Select(heading => NotInAnchors().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    private static IEnumerable<string> Sources() => SourceFolders
        .SelectMany(folder => Directory.EnumerateFiles(Checkout.File(folder), "*.cs", SearchOption.AllDirectories));

    private static IEnumerable<string> Documents() =>
        [Checkout.File("README.md"), .. Directory.EnumerateFiles(Checkout.File("docs"), "*.md", SearchOption.AllDirectories)];

    [GeneratedRegex(@"\b(?<sheet>(?:discord|slack|changes-2026)\.md)(?:,? (?:and )?§\d+(?:\.\d+)*)+", RegexOptions.None, TimeLimit)]
    private static partial Regex Citation();

    [GeneratedRegex(@"§\d+(?:\.\d+)*", RegexOptions.None, TimeLimit)]
    private static partial Regex Section();

    [GeneratedRegex(@"^#{2,3} (?<number>\d+(?:\.\d+)*)\.? ", RegexOptions.Multiline, TimeLimit)]
    private static partial Regex NumberedHeading();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline, TimeLimit)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.None, TimeLimit)]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline, TimeLimit)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\\)\]\((?<target>[^)\s`]+)\)", RegexOptions.None, TimeLimit)]
    private static partial Regex Link();
}
