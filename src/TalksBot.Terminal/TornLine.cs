namespace TalksBot.Terminal;

/// <summary>The end of a file that lost power while a line was written.</summary>
internal static class TornLine
{
    /// <summary>Cuts off what follows the last line break; its message was never shown, because showing comes after.</summary>
    public static void Remove(FileStream file)
    {
        var end = file.Length;
        while (end > 0 && !EndsLine(file, end))
        {
            end--;
        }

        if (end < file.Length)
        {
            file.SetLength(end);
        }
    }

    private static bool EndsLine(FileStream file, long end)
    {
        file.Seek(end - 1, SeekOrigin.Begin);
        return file.ReadByte() == '\n';
    }
}
