using System.Globalization;
using System.Reflection;

namespace TalksBot.Storage.Nodes;

/// <summary>This process among the nodes that share a database.</summary>
public sealed class NodeIdentity
{
    /// <summary>Drawn anew whenever it starts.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Its machine and its process, for people.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");

    /// <summary>The program's version.</summary>
    public string Version { get; } = typeof(NodeIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
