using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Symbiosis.Server.Configuration;

/// <summary>Where the server listens. With a certificate (<see cref="TlsOptions"/>) there is one port, <see cref="TlsPort"/>; without there are two.</summary>
internal sealed class ListenOptions
{
    /// <summary>Address: an IP address, <c>localhost</c> for 127.0.0.1, <c>*</c> for all.</summary>
    /// <value>Default <c>127.0.0.1</c>: this machine only.</value>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Cleartext port for HTTP/1.1: JSON, gRPC-Web, health; 0 takes a free one.</summary>
    /// <value>Default 5080; 0 to 65535.</value>
    [Range(0, IPEndPoint.MaxPort)]
    public int HttpPort { get; set; } = 5080;

    /// <summary>Cleartext port for HTTP/2 without negotiation: gRPC; 0 takes a free one.</summary>
    /// <value>Default 5081; 0 to 65535.</value>
    [Range(0, IPEndPoint.MaxPort)]
    public int GrpcPort { get; set; } = 5081;

    /// <summary>Port for everything under TLS; 0 takes a free one.</summary>
    /// <value>Default 5443; 0 to 65535.</value>
    [Range(0, IPEndPoint.MaxPort)]
    public int TlsPort { get; set; } = 5443;

    /// <summary>Whether cleartext may leave the machine, for a proxy in front that encrypts.</summary>
    /// <value>Default false.</value>
    public bool AllowCleartext { get; set; }

    /// <summary>Whether calls without credentials are answered. Only possible on a loopback address.</summary>
    /// <value>Default: on loopback, where neither keys, tokens nor client certificates are set up.</value>
    public bool? Anonymous { get; set; }

    /// <summary>Whether clients may ask for the schema (gRPC reflection).</summary>
    /// <value>Default: on loopback only.</value>
    public bool? Reflection { get; set; }

    /// <summary>Names by which clients may call the server; empty: any.</summary>
    /// <value>Default: on loopback <c>localhost</c> and the address, so that no web page reaches the server under a name of its own; else empty.</value>
    public List<string> Hosts { get; set; } = [];

    /// <summary>Web pages of other origins that may call, for example <c>https://planner.example</c>.</summary>
    /// <value>Default none.</value>
    public List<string> Origins { get; set; } = [];

    /// <summary>The address as a number; null where it is none.</summary>
    public IPAddress? ParseAddress() => Address switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.IPv6Any,
        _ => IPAddress.TryParse(Address, out var parsed) ? parsed : null,
    };

    /// <summary>Whether only this machine can connect.</summary>
    public bool IsLoopback() => ParseAddress() is { } address && IPAddress.IsLoopback(address);
}
