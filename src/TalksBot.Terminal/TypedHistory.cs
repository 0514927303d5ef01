namespace TalksBot.Terminal;

/// <summary>
/// The lines typed before, in a file that only its owner may read: words under embargo may be among them. It is a convenience: a file that
/// cannot be read or written costs nothing but the lines.
/// </summary>
/// <param name="path">The file; null to remember only while the program runs.</param>
internal sealed class TypedHistory(string? path)
{
    /// <summary>How many lines are kept; the oldest go first.</summary>
    public const int Limit = 500;

    private const int LongestKey = 2;

    private List<string>? _lines;
    private int _at;
    private string _unfinished = "";

    /// <summary>Begins a new line, from which the first step back leads to the newest one kept.</summary>
    public void Begin()
    {
        _lines ??= Read();
        (_at, _unfinished) = (_lines.Count, "");
    }

    /// <summary>The line before; null where there is none.</summary>
    /// <param name="typed">What stands there now; a line that was not given yet is found again on the way back.</param>
    public string? Older(string typed)
    {
        if (_lines is not { Count: > 0 } lines || _at == 0)
        {
            return null;
        }

        _unfinished = _at == lines.Count ? typed : _unfinished;
        return lines[--_at];
    }

    /// <summary>The line after, at last the one that was not given yet; null where there is none.</summary>
    public string? Newer()
    {
        if (_lines is not { } lines || _at >= lines.Count)
        {
            return null;
        }

        return ++_at == lines.Count ? _unfinished : lines[_at];
    }

    /// <summary>Keeps a line, unless it is the same as the one before, begins with a blank, or is only the key of a choice.</summary>
    public async Task KeepAsync(string line)
    {
        _lines ??= Read();
        if (line.Length <= LongestKey || line[0] == ' ' || _lines.LastOrDefault() == line)
        {
            return;
        }

        _lines.Add(line);
        _lines.RemoveRange(0, Math.Max(0, _lines.Count - Limit));
        await WriteAsync(_lines);
    }

    private List<string> Read()
    {
        try
        {
            return path is not null && File.Exists(path) ? [.. File.ReadLines(path).Where(line => line.Length > 0).TakeLast(Limit)] : [];
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Whole or not at all: another file takes the place of the old one.</summary>
    private async Task WriteAsync(List<string> lines)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            // What a killed process left behind may have other rights.
            File.Delete($"{path}.new");
            await using (var writer = new StreamWriter($"{path}.new", options))
            {
                await writer.WriteAsync(string.Concat(lines.Select(line => line + "\n")));
            }

            File.Move($"{path}.new", path, overwrite: true);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            // They are still remembered while the program runs.
        }
    }
}
