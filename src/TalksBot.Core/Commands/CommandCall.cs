using TalksBot.Core.Posts;

namespace TalksBot.Core.Commands;

/// <summary>A command somebody gave, with every word in its place.</summary>
/// <param name="Spec">The command.</param>
/// <param name="Values">What was given, by parameter name; required parameters are always present.</param>
/// <param name="Caller">Who gave it, and where.</param>
public sealed record CommandCall(CommandSpec Spec, IReadOnlyDictionary<string, string> Values, Caller Caller)
{
    /// <summary>The parameter with which somebody agrees to what a command posts: <c>confirm:yes</c>.</summary>
    public const string Confirm = "confirm";

    /// <summary>How somebody agrees.</summary>
    public const string Agreed = "yes";

    /// <summary>How somebody asks which channels would be told.</summary>
    public const string Which = "which";

    /// <summary>What is typed where nothing is to be said any more: <c>venue:none</c>.</summary>
    public const string Nothing = "none";

    /// <summary>How the same words read where the first of them is no name of talks; null where they read in one way only.</summary>
    public CommandCall? WithoutTalks { get; init; }

    /// <summary>Where the talks were left out: the first word, and the refusal if that word does name talks; null where they were given.</summary>
    public (string Word, Reply Refusal)? UnlessTalks { get; init; }

    private readonly Dictionary<string, string> _understood = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _placed = new(StringComparer.Ordinal);

    /// <summary>Words that were typed without quotes for two parameters, placed as they seemed to divide; null when there are none.</summary>
    public UndividedWords? Undivided { get; init; }

    /// <summary>True when <c>10:00</c> is ten in the morning at this desk, and needs no am or pm.</summary>
    public bool IsTwentyFourHour { get; init; }

    /// <summary>True when the caller has agreed to what the command posts.</summary>
    public bool IsAgreed => !AsksWhich && (Caller.HasAgreed || Values.ContainsKey(Confirm));

    /// <summary>True when the caller asks which channels would be told, before anything is.</summary>
    public bool AsksWhich => Find(Confirm) == Which;

    /// <summary>The command as it was understood, as it would be typed.</summary>
    public string Line => Typed(Spec.Parameters.Where(parameter => (Values.ContainsKey(parameter.Name) || _understood.ContainsKey(parameter.Name)) && parameter.Name != Confirm), Understood);

    /// <summary>The command as it was understood, agreed to: what the button below a preview runs.</summary>
    public string AgreedLine => $"{Line} {Confirm}:{Agreed}";

    /// <summary>The command as it was understood, asking which channels it would tell.</summary>
    public string WhichLine => $"{Line} {Confirm}:{Which}";

    /// <summary>
    /// A value means this and nothing else, given or not: "in 90m" must not mean another moment when the command is run again.
    /// </summary>
    public void Understand(string name, string value) => _understood[name] = value;

    /// <summary>Puts words in another place than they seemed to be in.</summary>
    public void Place(string name, string value) => _placed[name] = value;

    /// <summary>A required parameter's value.</summary>
    public string this[string name] => _placed.GetValueOrDefault(name) ?? Values[name];

    /// <summary>A parameter's value; null when it was not given.</summary>
    public string? Find(string name) => _placed.GetValueOrDefault(name) ?? Values.GetValueOrDefault(name);

    /// <summary>The same command with one value replaced, as it would be typed: what a button for a reading runs.</summary>
    public string Retyped(string name, string value) => Retyped((name, value));

    /// <summary>The same with several values replaced.</summary>
    public string Retyped(params IReadOnlyList<(string Name, string Value)> values)
    {
        var replaced = values.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        return Typed(
            Spec.Parameters.Where(parameter => replaced.ContainsKey(parameter.Name) || Values.ContainsKey(parameter.Name)),
            known => replaced.GetValueOrDefault(known) ?? this[known]);
    }

    /// <summary>The same without what a form was to bring and nobody has written.</summary>
    public CommandCall Said() => Spec.Parameters.Any(IsUnwritten)
        ? this with { Values = Values.Where(value => !Spec.Parameters.Any(parameter => parameter.Name == value.Key && IsUnwritten(parameter))).ToDictionary(StringComparer.Ordinal) }
        : this;

    private bool IsUnwritten(ParameterSpec parameter) => !parameter.Required && Values.GetValueOrDefault(parameter.Name) == PostButton.Unwritten;

    /// <summary>The same command with values left out, as it would be typed.</summary>
    public string Without(params IReadOnlyList<string> names) => Typed(Spec.Parameters.Where(parameter => !names.Contains(parameter.Name) && Values.ContainsKey(parameter.Name)), known => this[known]);

    /// <summary>What a form of the command shows, to be written or changed: all that it says, but for what it is about.</summary>
    public IEnumerable<ParameterSpec> Writable => Spec.Parameters.Where(parameter => Values.ContainsKey(parameter.Name) && parameter.Name != Confirm
        && parameter.Kind is not (ParameterKind.Talks or ParameterKind.Deadline or ParameterKind.Session or ParameterKind.Subject or ParameterKind.Update or ParameterKind.Point or ParameterKind.Feed or ParameterKind.Lead or ParameterKind.Channel));

    /// <summary>A command as it would be typed.</summary>
    /// <param name="path">Its words, such as <c>deadline move</c>.</param>
    /// <param name="values">What it says, by parameter name.</param>
    public static string Written(string path, params IEnumerable<(string Name, string Value)> values) =>
        string.Join(' ', values.Select(value => $"{value.Name}:{Quoted(value.Value)}").Prepend($"/talks {path}"));

    /// <summary>A value as it is typed: in quotation marks where it needs them.</summary>
    public static string Quoted(string value) =>
        value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '/' or '#')
            ? value
            : $"\"{string.Concat(value.Select(c => c == '\\' || Quotes.IsMark(c) && !IsApostrophe(c) ? $"\\{c}" : c.ToString()))}\"";

    private string Understood(string name) => _understood.GetValueOrDefault(name) ?? this[name];

    private string Typed(IEnumerable<ParameterSpec> parameters, Func<string, string> value) =>
        Written(Spec.Path, parameters.Select(parameter => (parameter.Name, value(parameter.Name))));

    // In a quotation with double marks an apostrophe is one of its letters.
    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘';
}

/// <summary>What a typed line turned out to be.</summary>
public abstract record CommandReading
{
    private CommandReading()
    {
    }

    /// <summary>A command with every word in its place; whether its caller may give it is not decided yet.</summary>
    public sealed record Understood(CommandCall Call) : CommandReading;

    /// <summary>Not a command, with the answer that says why and what may have been meant.</summary>
    public sealed record Refused(Reply Reply) : CommandReading
    {
        /// <summary>The command when texts of several sentences are all that it lacks, so that a form may ask for them; else null.</summary>
        public CommandCall? Unfinished { get; init; }
    }
}
