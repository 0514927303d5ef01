namespace TalksBot.Core.Commands;

/// <summary>A command somebody gave, with every word in its place.</summary>
/// <param name="Spec">The command.</param>
/// <param name="Values">What was given, by parameter name; required parameters are always present.</param>
/// <param name="Caller">Who gave it, and where.</param>
public sealed record CommandCall(CommandSpec Spec, IReadOnlyDictionary<string, string> Values, Caller Caller)
{
    /// <summary>A required parameter's value.</summary>
    public string this[string name] => Values[name];

    /// <summary>A parameter's value; null when it was not given.</summary>
    public string? Find(string name) => Values.GetValueOrDefault(name);

    /// <summary>The same command with one value replaced, as it would be typed: what a button for a reading runs.</summary>
    public string Retyped(string name, string value) =>
        string.Join(' ', Spec.Parameters
            .Where(parameter => parameter.Name == name || Values.ContainsKey(parameter.Name))
            .Select(parameter => $"{parameter.Name}:{Quote(parameter.Name == name ? value : Values[parameter.Name])}")
            .Prepend($"/talks {Spec.Path}"));

    private static string Quote(string value) =>
        value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '/' or '#')
            ? value
            : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
