using System.Security.Cryptography;
using System.Text;

namespace TalksBot.Core.Commands;

/// <summary>
/// The codes by which servers claim connections: one for each connection, made by this process and kept in its memory alone, so that a
/// restart makes another. Guessing is slow for each server, and hopeless for all of them together.
/// </summary>
public sealed class ClaimCodes
{
    /// <summary>How long a wrong code counts.</summary>
    public static readonly Duration Window = Duration.FromMinutes(10);

    private const int MostOfOneServer = 5;
    private const int MostOfAll = 200;

    // Without I, L, O, U, 0 and 1, which are taken for one another.
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int GroupLength = 4;
    private const int Groups = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<(Instant At, string Server)>> _wrong = new(StringComparer.Ordinal);

    /// <summary>The connection's code as it is printed, such as <c>K7QM-2HXD-9RTB</c>.</summary>
    public string Of(string connection)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(connection, out var code))
            {
                code = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
                _codes.Add(connection, code);
            }

            return code;
        }
    }

    /// <summary>Holds a code against the connection's own.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="server">The server it was given on.</param>
    /// <param name="typed">The code as typed; blanks, hyphens and small letters do not matter.</param>
    /// <param name="now">The moment of giving it.</param>
    public ClaimTry Try(string connection, string server, string typed, Instant now)
    {
        var code = Of(connection);
        lock (_gate)
        {
            var wrong = _wrong.TryGetValue(connection, out var known) ? known : _wrong[connection] = new();
            while (wrong.TryPeek(out var oldest) && oldest.At + Window <= now)
            {
                wrong.Dequeue();
            }

            if (wrong.Count >= MostOfAll || wrong.Count(given => given.Server == server) >= MostOfOneServer)
            {
                return ClaimTry.TooMany;
            }

            if (IsSame(code, typed))
            {
                return ClaimTry.Right;
            }

            wrong.Enqueue((now, server));
            return ClaimTry.Wrong;
        }
    }

    /// <summary>The connection was claimed: its code is good for nothing any more.</summary>
    public void Spend(string connection)
    {
        lock (_gate)
        {
            _codes.Remove(connection);
        }
    }

    /// <summary>In a time that tells nothing about where the two differ.</summary>
    private static bool IsSame(string code, string typed) => CryptographicOperations.FixedTimeEquals(Digest(code), Digest(typed));

    private static byte[] Digest(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant))));
}
