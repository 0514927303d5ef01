namespace TalksBot.Core.Archive;

/// <summary>A command as typed, with every value named and quoted.</summary>
internal static class StoryLine
{
    /// <summary>The line; parameters without a value are left out.</summary>
    public static string Write(string path, params IEnumerable<(string Name, string? Value)> parameters) =>
        string.Join(' ', parameters
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => $"{parameter.Name}:\"{Escape(parameter.Value!)}\"")
            .Prepend($"/talks {path}"));

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
