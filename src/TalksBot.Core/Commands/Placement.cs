using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Commands;

/// <summary>Puts the words of one line in the places of one command's parameters.</summary>
internal sealed class Placement(CommandSpec spec, Caller caller, bool withoutTalks = false, bool isForm = false)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<LineWord> _unnamed = [];
    private UndividedWords? _undivided;

    /// <summary>The command with what was placed so far.</summary>
    public CommandCall Call => new(spec, _values, caller) { Undivided = _undivided };

    /// <summary>The same when texts of several sentences are all that it lacks; else null.</summary>
    public CommandCall? Unfinished { get; private set; }

    /// <summary>The first word that stands by itself; null for none.</summary>
    public string? FirstWord { get; private set; }

    /// <summary>Places every word; null when all went well, else the refusal.</summary>
    public Reply? Place(IReadOnlyList<LineWord> words) =>
        KeyedValues.Whole(spec, words).Select(Sort).FirstOrDefault(refusal => refusal is not null)
        ?? PlaceChoice()
        ?? PlaceUnnamed()
        ?? Missing()
        ?? CheckChoices();

    /// <summary>Takes values that are in their places already; one that the command does not know is left out.</summary>
    public Reply? Place(IReadOnlyDictionary<string, string> values)
    {
        foreach (var parameter in spec.Parameters.Where(p => !string.IsNullOrWhiteSpace(values.GetValueOrDefault(p.Name))))
        {
            _values[parameter.Name] = values[parameter.Name];
        }

        return Missing() ?? CheckChoices();
    }

    /// <summary>A word with a parameter's name goes there at once; the others wait for their turn.</summary>
    private Reply? Sort(LineWord word)
    {
        var parameter = spec.Parameters.FirstOrDefault(p => p.Name.Equals(word.Key, StringComparison.OrdinalIgnoreCase));
        if (parameter is null)
        {
            return Wait(word);
        }

        if (word.HasEmptyValue)
        {
            return RefusalWording.EmptyValue(spec, parameter);
        }

        return _values.TryAdd(parameter.Name, word.Value) ? null : RefusalWording.Twice(spec, parameter);
    }

    private Reply? Wait(LineWord word)
    {
        var meant = word.Key is null ? null : NearMiss.Of(word.Key, spec.Parameters.Select(p => p.Name));
        if (meant is not null)
        {
            return RefusalWording.UnknownKey(spec, word.Key!, meant);
        }

        _unnamed.Add(word);
        return null;
    }

    /// <summary>Words without quotes behind all the quoted texts that a command needs can only be the choice that it needs too.</summary>
    private Reply? PlaceChoice()
    {
        FirstWord = _unnamed.Count == 0 ? null : _unnamed[0].Text;
        var choice = spec.Parameters.FirstOrDefault(p => p is { Required: true, NamedOnly: true, Kind: ParameterKind.Choice } && !_values.ContainsKey(p.Name));
        var texts = spec.Parameters.Count(p => p is { Required: true, NamedOnly: false, Kind: ParameterKind.Text } && !_values.ContainsKey(p.Name));
        var loose = _unnamed.Count - 1 - _unnamed.FindLastIndex(word => word.Quoted);
        if (choice is not null && loose > 0 && texts > 0 && _unnamed.Count(word => word.Quoted) >= texts)
        {
            _values[choice.Name] = string.Join(' ', _unnamed.TakeLast(loose).Select(word => word.Text));
            _unnamed.RemoveRange(_unnamed.Count - loose, loose);
        }

        return null;
    }

    private Reply? PlaceUnnamed()
    {
        var places = spec.Parameters.Where(p => !p.NamedOnly && !_values.ContainsKey(p.Name) && !(withoutTalks && p.FromHere)).ToList();
        for (var index = 0; index < places.Count && _unnamed.Count > 0; index++)
        {
            if (Take(places[index], places.Skip(index + 1).ToList()) is { } refusal)
            {
                return refusal;
            }
        }

        if (_unnamed.Count == 0)
        {
            return null;
        }

        var last = places.LastOrDefault();
        return last is not null && IsOpen(last) && _unnamed.Exists(word => word.Quoted) != _unnamed.TrueForAll(word => word.Quoted)
            ? RefusalWording.LooseWords(spec, last)
            : RefusalWording.TooMany(spec, _unnamed[0]);
    }

    /// <summary>Takes what belongs in a place from the words that wait.</summary>
    private Reply? Take(ParameterSpec place, List<ParameterSpec> after)
    {
        var loose = _unnamed.TakeWhile(word => !word.Quoted).Select(word => word.Text).ToList();
        if (place.Leads && after.Find(IsOpen) is { } text)
        {
            return TakeLead(place, text, loose);
        }

        if (loose.Count == 0 || !IsOpen(place))
        {
            var length = loose.Count > 0 && place.Kind is ParameterKind.Span ? TimeRun.SpanLength(loose) : 1;
            _values[place.Name] = length == 1 ? _unnamed[0].Text : string.Join(' ', loose.Take(length));
            _unnamed.RemoveRange(0, length);
            return null;
        }

        if (BareNames.Find(spec, place, loose, _values) is { } bare)
        {
            return TextDivision.Named(Call, place, loose, bare);
        }

        var open = after.Where(IsOpen).ToList();
        if (open.Count == 0 && loose.Count == _unnamed.Count)
        {
            // Each place after it that takes one word has the last words.
            var kept = Math.Min(after.Count(next => next.Required), loose.Count - 1);
            return TakeAll(place, loose[..^kept], kept);
        }

        // A quotation after the words, or no other place, leaves nothing to divide.
        if (open.Count == 0 || loose.Count < _unnamed.Count)
        {
            return TakeAll(place, loose, open.Count);
        }

        return place.Kind is ParameterKind.Time ? TakeTime(place, loose, open) : TextDivision.Ask(Call, place, open[0], loose);
    }

    /// <summary>A quotation is a text by itself; of words without quotes the first may be either, and is asked about.</summary>
    private Reply? TakeLead(ParameterSpec place, ParameterSpec text, List<string> loose)
    {
        var isAll = loose.Count == _unnamed.Count;
        if (_unnamed.Count == 1 || (isAll && place.Reads?.Invoke(loose[0]) is false))
        {
            return null;
        }

        if (isAll)
        {
            return TextDivision.Lead(Call, place, text, loose);
        }

        _values[place.Name] = _unnamed[0].Text;
        _unnamed.RemoveAt(0);
        return null;
    }

    private Reply? TakeAll(ParameterSpec place, List<string> loose, int placesAfter)
    {
        if (placesAfter == 0 && loose.Count < _unnamed.Count)
        {
            return RefusalWording.LooseWords(spec, place);
        }

        _values[place.Name] = string.Join(' ', loose);
        _unnamed.RemoveRange(0, loose.Count);
        return null;
    }

    /// <summary>The time is the longest run of words that reads as one; the last place takes the rest.</summary>
    private Reply? TakeTime(ParameterSpec place, List<string> loose, List<ParameterSpec> open)
    {
        var length = TimeRun.Length(loose, []);
        if (length == 0 && TextDivision.TimeLast(Call, place, open[0], loose) is { } turned)
        {
            return turned;
        }

        _values[place.Name] = length == 0 ? loose[0] : TimeRun.Join(loose, length);
        _unnamed.RemoveRange(0, Math.Max(1, length));
        if (open.Count == 1 && _unnamed.Count > 0)
        {
            _undivided = new(place.Name, open[0].Name, loose);
            _values[open[0].Name] = TimeRun.Rest(loose, Math.Max(1, length));
            _unnamed.Clear();
        }

        return null;
    }

    private static bool IsOpen(ParameterSpec parameter) => parameter.Kind is ParameterKind.Text or ParameterKind.Time;

    private Reply? Missing()
    {
        var missing = spec.Parameters.Where(p => p is { Required: true, FromHere: false } && !_values.ContainsKey(p.Name)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        Unfinished = missing.TrueForAll(p => p.Lengthy) && CheckChoices() is null ? Call : null;
        return RefusalWording.Missing(Call, missing);
    }

    private Reply? CheckChoices()
    {
        foreach (var parameter in spec.Parameters.Where(p => p.Kind is ParameterKind.Choice && _values.ContainsKey(p.Name)))
        {
            if (parameter.ChoiceOf(_values[parameter.Name]) is { } choice)
            {
                _values[parameter.Name] = choice;
            }
            else if (!isForm)
            {
                return RefusalWording.NoSuchChoice(Call, parameter);
            }
        }

        return null;
    }
}

/// <summary>Words without quotes that hold a time and what comes after it; where the one ends only the talks' own clocks can tell.</summary>
/// <param name="Time">The parameter that is the time.</param>
/// <param name="Text">The parameter that is the rest.</param>
/// <param name="Words">The words.</param>
public sealed record UndividedWords(string Time, string Text, IReadOnlyList<string> Words);
