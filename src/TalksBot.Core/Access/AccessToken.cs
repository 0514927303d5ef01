using System.Globalization;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Access;

/// <summary>
/// A token that opens a door on the web: a wallboard, a calendar, the API. It is said once, to whoever makes it; what is kept is its hash, by
/// which it is recognised and from which it cannot be found.
/// </summary>
public sealed class AccessToken
{
    /// <summary>The longest name of one, in characters.</summary>
    public const int LongestLabel = 80;

    private AccessToken()
    {
    }

    /// <summary>Somebody makes one.</summary>
    /// <param name="hash">The hash of its secret.</param>
    /// <param name="scope">What it opens.</param>
    /// <param name="label">What it is called, such as the room of the screen; empty for nothing.</param>
    /// <param name="stamp">Who makes it, where and when.</param>
    public AccessToken(string hash, AccessScope scope, string label, Stamp stamp)
    {
        Hash = hash;
        Kind = scope.Kind;
        NegotiationId = scope.Talks;
        Role = scope.Role;
        Label = label;
        By = stamp.By;
        At = stamp.At;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Its secret's hash, as <see cref="AccessSecret.Hash"/> writes it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Which door it opens.</summary>
    public AccessKind Kind { get; private set; }

    /// <summary>The row of the talks of which it shows; null for all of the desk.</summary>
    public int? NegotiationId { get; private set; }

    /// <summary>What its bearer may do; null where the door only shows.</summary>
    public Role? Role { get; private set; }

    /// <summary>What it is called; empty for nothing.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When.</summary>
    public Instant At { get; private set; }

    /// <summary>Its number as commands and the audit name it, such as <c>W3</c>: a letter of its door, and the row.</summary>
    public string Name => AccessKinds.Name(Kind, Id);

    /// <summary>What it opens.</summary>
    public AccessScope Scope => new(Kind, NegotiationId, Role);
}

/// <summary>What a token opens.</summary>
/// <param name="Kind">Which door.</param>
/// <param name="Talks">The row of the talks of which it shows; null for all of the desk.</param>
/// <param name="Role">What its bearer may do; null where the door only shows.</param>
public sealed record AccessScope(AccessKind Kind, int? Talks, Role? Role);

/// <summary>A door on the web. The numbers are stored: never change them.</summary>
public enum AccessKind
{
    /// <summary>A wallboard.</summary>
    Wall = 0,

    /// <summary>A calendar to subscribe to.</summary>
    Calendar = 1,

    /// <summary>The API.</summary>
    Api = 2,
}

/// <summary>The letters of the doors.</summary>
public static class AccessKinds
{
    /// <summary>As in <c>W3</c>.</summary>
    public static char Letter(this AccessKind kind) => kind.ToString()[0];

    /// <summary>A token's number as commands and the audit name it, such as <c>W3</c>.</summary>
    /// <param name="kind">Its door.</param>
    /// <param name="row">Its row.</param>
    public static string Name(AccessKind kind, int row) => string.Create(CultureInfo.InvariantCulture, $"{kind.Letter()}{row}");
}
