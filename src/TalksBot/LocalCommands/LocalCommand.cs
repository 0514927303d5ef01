using System.Net.Sockets;
using System.Text;
using System.Text.Json.Serialization;

namespace TalksBot.LocalCommands;

/// <summary>A command that <c>say</c> hands to the running worker, as JSON over a socket beside the database.</summary>
/// <param name="Line">The command, such as <c>/talks status</c>.</param>
/// <param name="HasAgreed">True when it is to post without a preview.</param>
/// <param name="Key">What makes it one command, should the worker take it and give no answer, so that <c>say</c> carries it out itself.</param>
/// <param name="AsJson">True when the reply is written for programs.</param>
/// <param name="Width">The columns of the screen that shows the reply.</param>
/// <param name="Colour">True when that screen shows colours.</param>
internal sealed record LocalCommand(string Line, bool HasAgreed, string Key, bool AsJson, int Width, bool Colour)
{
    /// <summary>True when only whether the worker works is asked, which takes no turn at the database; the line is not looked at then.</summary>
    public bool OnlyLive { get; init; }

    /// <summary>The longest that is read, well above the longest text that a command takes.</summary>
    public const int MostBytes = 1024 * 1024;

    // sockaddr_un holds 108 bytes on Linux and 104 on macOS, with a zero at the end (unix(7)).
    private const int LongestPath = 103;

    /// <summary>Where the worker of a database listens; null where no socket can have so long a path, and <c>say</c> works by itself.</summary>
    /// <param name="database">The path of the database file.</param>
    public static string? SocketOf(string database) =>
        database + ".say" is var path && Encoding.UTF8.GetByteCount(path) <= LongestPath && Socket.OSSupportsUnixDomainSockets ? path : null;
}

/// <summary>What came of it.</summary>
/// <param name="Text">The reply as the screen shows it.</param>
/// <param name="ExitCode">How <c>say</c> ends.</param>
internal sealed record LocalAnswer(string Text, int ExitCode);

/// <summary>Both as they travel.</summary>
[JsonSerializable(typeof(LocalCommand))]
[JsonSerializable(typeof(LocalAnswer))]
internal sealed partial class LocalJson : JsonSerializerContext;
