namespace TalksBot.Core.Commands;

/// <summary>The word at the end of a line that is still being typed; perhaps nothing of it stands there yet.</summary>
/// <param name="Before">The words before it.</param>
/// <param name="Start">Where it begins; of a keyed word, where its value begins.</param>
/// <param name="Typed">What is typed of it, without an opening quotation mark.</param>
/// <param name="Key">The name before its colon; null for none.</param>
/// <param name="IsQuoted">A quotation mark opens it.</param>
internal sealed record UnendedWord(IReadOnlyList<LineWord> Before, int Start, string Typed, string? Key, bool IsQuoted)
{
    /// <summary>The word; null behind a quotation that is closed, where nothing more of it can be typed.</summary>
    public static UnendedWord? Of(string line)
    {
        if (!LineWords.TrySplit(line, out var words))
        {
            return OpenQuotation(line);
        }

        if (line.Length == 0 || char.IsWhiteSpace(line[^1]))
        {
            return new UnendedWord(words, line.Length, "", Key: null, IsQuoted: false);
        }

        var last = words[^1];
        List<LineWord> before = [.. words.SkipLast(1)];
        if (last.Quoted)
        {
            return null;
        }

        if (last.Key is null)
        {
            return new UnendedWord(before, line.Length - last.Text.Length, last.Text, Key: null, IsQuoted: false);
        }

        return last.Text.Length == last.Key.Length + 1 + last.Value.Length
            ? new UnendedWord(before, line.Length - last.Value.Length, last.Value, last.Key, IsQuoted: false)
            : null;
    }

    private static UnendedWord? OpenQuotation(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var begins = at == 0 || char.IsWhiteSpace(line[at - 1]) || line[at - 1] == ':';
            if (begins && Quotes.Opens(line, at) && Quotes.Closing(line, at) is null && LineWords.TrySplit(line[..at], out var words))
            {
                var key = words is [.., { HasEmptyValue: true } last] && last.End == at ? last.Key : null;
                return new UnendedWord(key is null ? words : [.. words.SkipLast(1)], at, line[(at + 1)..], key, IsQuoted: true);
            }
        }

        return null;
    }
}
