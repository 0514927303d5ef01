using TalksBot.Core.Platforms;

namespace TalksBot.Core.Commands;

/// <summary>Who gave a command, and where.</summary>
/// <param name="Name">The person as the record names them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Channel">The channel the command came from.</param>
public sealed record Caller(string Name, Role Role, ChannelAddress Channel);
