namespace TalksBot.Core.Commands;

/// <summary>Puts the words of one line in the places of one command's parameters.</summary>
internal sealed class Placement(CommandSpec spec, Caller caller)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<LineWord> _unnamed = [];

    /// <summary>The command with what was placed so far.</summary>
    public CommandCall Call => new(spec, _values, caller);

    /// <summary>The same when texts of several sentences are all that it lacks; else null.</summary>
    public CommandCall? Unfinished { get; private set; }

    /// <summary>Places every word; null when all went well, else the refusal.</summary>
    public Reply? Place(IReadOnlyList<LineWord> words) =>
        words.Select(Sort).FirstOrDefault(refusal => refusal is not null)
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

    private Reply? PlaceUnnamed()
    {
        var places = spec.Parameters.Where(p => !p.NamedOnly && !_values.ContainsKey(p.Name)).ToList();
        var alone = places.Count == 0 ? 0 : places.Count - 1;
        foreach (var (place, word) in places.Take(alone).Zip(_unnamed))
        {
            _values[place.Name] = word.Text;
        }

        var left = _unnamed.Skip(alone).ToList();
        return left.Count == 0 ? null : PlaceRest(places.LastOrDefault(), left);
    }

    /// <summary>The last place takes all the words that are left, where words or a time belong in it.</summary>
    private Reply? PlaceRest(ParameterSpec? last, List<LineWord> left)
    {
        if (last is not null && (left.Count == 1 || (Swallows(last) && left.All(word => !word.Quoted))))
        {
            _values[last.Name] = string.Join(' ', left.Select(word => word.Text));
            return null;
        }

        return left.Any(word => word.Quoted) && last is not null && Swallows(last)
            ? RefusalWording.LooseWords(spec, last)
            : RefusalWording.TooMany(spec, last is null ? left[0] : left[1]);
    }

    private static bool Swallows(ParameterSpec parameter) => parameter.Kind is ParameterKind.Text or ParameterKind.Time;

    private Reply? Missing()
    {
        var missing = spec.Parameters.Where(p => p.Required && !_values.ContainsKey(p.Name)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        Unfinished = missing.TrueForAll(p => p.Lengthy) && CheckChoices() is null ? Call : null;
        return RefusalWording.Missing(spec, missing);
    }

    private Reply? CheckChoices()
    {
        foreach (var parameter in spec.Parameters.Where(p => p.Kind is ParameterKind.Choice && _values.ContainsKey(p.Name)))
        {
            var choice = parameter.Choices.FirstOrDefault(c => c.Equals(_values[parameter.Name], StringComparison.OrdinalIgnoreCase));
            if (choice is null)
            {
                return RefusalWording.NoSuchChoice(Call, parameter);
            }

            _values[parameter.Name] = choice;
        }

        return null;
    }
}
