using System.Security.Cryptography;

namespace TalksBot.Simulators.Slack.State;

/// <summary>Identifiers as Slack makes them: a letter for the kind, then capitals and digits.</summary>
internal sealed class SlackIds
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private int _last;

    /// <summary>Eleven characters, unique among all kinds.</summary>
    public string Next(char kind)
    {
        var number = ++_last;
        Span<char> id = stackalloc char[11];
        id.Fill('0');
        for (var at = id.Length - 1; number > 0; at--, number /= Alphabet.Length)
        {
            id[at] = Alphabet[number % Alphabet.Length];
        }

        id[0] = kind;
        id[2] = 'S';
        return new string(id);
    }

    public static string Secret(int length) => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);
}
