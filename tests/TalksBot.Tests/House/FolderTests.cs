using System.Text.RegularExpressions;

namespace TalksBot.Tests.House;

/// <summary>The folders inside the larger projects, read from the source: none of them needs another that needs it, however far round.</summary>
public sealed partial class FolderTests
{
    [Theory]
    [InlineData("TalksBot.Core", 15)]
    [InlineData("TalksBot.Features", 15)]
    [InlineData("TalksBot.Storage", 3)]
    [InlineData("TalksBot.Discord", 1)]
    [InlineData("TalksBot.Slack", 1)]
    [InlineData("TalksBot.Web", 2)]
    public void No_folder_needs_one_that_needs_it(string project, int least)
    {
        var files = Directory.EnumerateFiles(Checkout.File($"src/{project}"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && !file.EndsWith("Setup.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Select(text => new Source(Space().Match(text).Groups["name"].Value, text))
            .Where(source => source.Space.StartsWith(project, StringComparison.Ordinal))
            .ToList();
        var declared = files.SelectMany(file => Declared().Matches(file.Text).Select(type => (Name: type.Groups["name"].Value, file.Space)))
            .ToLookup(type => type.Name, type => type.Space);

        var arrows = files.SelectMany(file => Needs(file, declared)).Distinct().ToLookup(arrow => arrow.From, arrow => arrow.To);

        arrows.Count.ShouldBeGreaterThanOrEqualTo(least, "The source was not read.");
        foreach (var folder in arrows.Select(arrow => arrow.Key))
        {
            Way(folder, folder, arrows, []).ShouldBeNull($"{folder} needs itself by a way round.");
        }
    }

    /// <summary>The folders that a file needs: those whose types it names and whose namespace it can see.</summary>
    private static IEnumerable<(string From, string To)> Needs(Source file, ILookup<string, string> declared)
    {
        var code = Comment().Replace(file.Text, "");
        var seen = Using().Matches(code).Select(found => found.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return Word().Matches(code).Select(word => word.Value).Distinct(StringComparer.Ordinal)
            .SelectMany(word => declared[word])
            .Where(space => seen.Contains(space) || file.Space.StartsWith(space + ".", StringComparison.Ordinal))
            .Select(space => (Folder(file.Space), Folder(space)))
            .Where(arrow => arrow.Item1 != arrow.Item2);
    }

    private static string? Way(string from, string to, ILookup<string, string> arrows, HashSet<string> walked) => arrows[from]
        .Where(walked.Add)
        .Select(next => next == to ? next : Way(next, to, arrows, walked))
        .FirstOrDefault(found => found is not null);

    /// <summary>A folder inside a folder is part of it.</summary>
    private static string Folder(string space) => string.Join('.', space.Split('.').Take(3));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"^using (?<name>[\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:public|internal) (?:static |sealed |abstract |partial |readonly )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"//.*|""(?:\\.|[^""\\\n])*""", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.None, 1000)]
    private static partial Regex Word();

    private sealed record Source(string Space, string Text);
}
