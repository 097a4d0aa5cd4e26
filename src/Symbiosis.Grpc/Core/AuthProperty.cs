using System.Text;

namespace Grpc.Core;

/// <summary>A fact about the peer that was proven by the transport.</summary>
public class AuthProperty
{
    private readonly byte[] _value;

    private AuthProperty(string name, byte[] value)
    {
        Name = name;
        _value = value;
    }

    /// <summary>Its name, for example <c>x509_subject_alternative_name</c>.</summary>
    public string Name { get; }

    /// <summary>Its value as text.</summary>
    public string Value => Encoding.UTF8.GetString(_value);

    /// <summary>A copy of its value.</summary>
    public byte[] ValueBytes => [.. _value];

    /// <summary>Creates it.</summary>
    public static AuthProperty Create(string name, byte[] valueBytes) => new(name, [.. valueBytes]);
}
