"""An XMPP peer for integration tests, on slixmpp: another implementation to talk to.

Reads commands as JSON, one a line, from stdin and writes events likewise to stdout; ends when stdin does.
The first line says how to log in:

    {"jid": "alice@xmpp.test/peer", "password": "secret", "host": "127.0.0.1", "port": 5222, "ca": "ca.pem"}

with "ca" (PEM) by STARTTLS, without it in the clear; "certificate" and "key" (PEM) log in by SASL EXTERNAL, and a
"jid" without a local part by SASL ANONYMOUS. The answer is {"event": "ready", "jid": ...} or {"event": "failed",
"reason": ...}. Then

    {"cmd": "iq", "id": 1, "to": ..., "type": "get|set", "payload": "<xml/>", "timeout": 10}
        {"event": "reply", "id": 1, "type": "result|error", "xml": ...} or {"event": "timeout", "id": 1}; an empty
        "payload" sends none
    {"cmd": "raw", "xml": ...}
        sent as it is, no answer
    {"cmd": "raw", "id": 1, "xml": ..., "timeout": 10}
        the same, then the events of "iq" with the first IQ response that has the id of the XML, whoever sent it
    {"cmd": "roster", "id": 1}
        {"event": "reply", "id": 1, "type": "result", "xml": JSON} with the contacts as slixmpp reads them: an object
        with name, subscription and groups for each JID
    {"cmd": "roster-set", "id": 1, "jid": ..., "name": ..., "groups": [...]}
        the events of "iq"
    {"cmd": "vcard", "id": 1, "jid": ...}
        {"event": "reply", "id": 1, "type": "result", "xml": JSON} with the vCard of an account as slixmpp reads it: an
        object with its name, family, emails and the type of its photo, which slixmpp itself cannot read
    {"cmd": "vcard-set", "id": 1, "name": ..., "family": ..., "email": ..., "photo": ...}
        {"event": "reply", "id": 1, "type": "result", "xml": ...} with the card as it was sent

{"event": "disconnected", "reason": ...} tells the end of the stream. The peer answers jabber:iq:version, any payload of
urn:example:echo in a get (with the same) and any of urn:example:fail (with item-not-found); it takes any of
urn:example:silent and never answers.
"""

import asyncio
import base64
import copy
import json
import sys
import xml.etree.ElementTree as ET

import slixmpp
from slixmpp.exceptions import IqError, IqTimeout
from slixmpp.xmlstream import tostring
from slixmpp.xmlstream.handler import Callback, Waiter
from slixmpp.xmlstream.matcher import MatcherId
from slixmpp.xmlstream.matcher.base import MatcherBase

ECHO = "urn:example:echo"
FAIL = "urn:example:fail"
SILENT = "urn:example:silent"


def emit(event, **values):
    print(json.dumps({"event": event, **values}), flush=True)


class Payload(MatcherBase):
    """Matches IQ requests by type and by the namespace of their payload."""

    def __init__(self, namespace, *types):
        super().__init__(namespace)
        self.types = types

    def match(self, stanza):
        return (isinstance(stanza, slixmpp.Iq) and stanza["type"] in self.types
                and any(child.tag.startswith("{%s}" % self._criteria) for child in stanza.xml))


class Peer(slixmpp.ClientXMPP):

    def __init__(self, login):
        super().__init__(login["jid"], login.get("password", ""))
        self.login = login
        self.use_ipv6 = False
        self.register_plugin("xep_0092", {"software_name": "slixmpp peer", "version": "1.0", "os": ""})
        self.register_handler(Callback("echo", Payload(ECHO, "get"), self.echo))
        self.register_handler(Callback("fail", Payload(FAIL, "get", "set"), self.fail))
        self.register_handler(Callback("silent", Payload(SILENT, "get", "set"), lambda _: None))
        self.add_event_handler("session_start", lambda _: emit("ready", jid=self.boundjid.full))
        self.add_event_handler("failed_all_auth", lambda _: self.failed("authentication"))
        self.add_event_handler("connection_failed", lambda error: self.failed(str(error)))
        self.add_event_handler("ssl_invalid_chain", lambda error: self.failed(str(error)))
        self.add_event_handler("disconnected", lambda reason: emit("disconnected", reason=str(reason or "")))
        if "ca" in login:
            self.ca_certs = login["ca"]
        else:
            self["feature_mechanisms"].unencrypted_plain = True
            self["feature_mechanisms"].unencrypted_scram = True
        if "key" in login:
            self.certfile, self.keyfile = login["certificate"], login["key"]
            self["feature_mechanisms"].use_mech = "EXTERNAL"

    def open(self):
        tls = "ca" in self.login
        self.connect((self.login["host"], self.login["port"]), force_starttls=tls, disable_starttls=not tls)

    async def start_tls(self):
        # slixmpp has no name to verify when it connects to an address, and then dies silently: it is the JID's domain
        self.default_domain = self.boundjid.host
        return await super().start_tls()

    def failed(self, reason):
        emit("failed", reason=reason)
        self.abort()

    def echo(self, iq):
        reply = iq.reply(clear=True)
        reply.append(copy.deepcopy(iq.xml[0]))
        reply.send()

    def fail(self, iq):
        reply = iq.reply(clear=True)
        reply["error"]["type"] = "cancel"
        reply["error"]["condition"] = "item-not-found"
        reply["error"]["text"] = "There is no such thing"
        reply.send()

    async def iq(self, command):
        iq = self.make_iq(self.new_id(), ito=command["to"], itype=command["type"])
        if command["payload"]:
            iq.append(ET.fromstring(command["payload"]))
        try:
            reply = await iq.send(timeout=command.get("timeout", 10))
        except IqError as error:
            reply = error.iq
        except IqTimeout:
            emit("timeout", id=command.get("id"))
            return
        emit("reply", id=command.get("id"), type=reply["type"], xml=tostring(reply.xml))

    async def exchange(self, command):
        waiter = Waiter("exchange %s" % command["id"], MatcherId(ET.fromstring(command["xml"]).get("id")))
        self.register_handler(waiter)
        self.send_raw(command["xml"])
        reply = await waiter.wait(command["timeout"])
        if reply:
            emit("reply", id=command["id"], type=reply["type"], xml=tostring(reply.xml))
        else:
            emit("timeout", id=command["id"])

    async def read_roster(self, command):
        reply = await self.get_roster()
        items = {str(jid): {name: item[name] for name in ("name", "subscription", "groups")}
                 for jid, item in reply["roster"]["items"].items()}
        emit("reply", id=command["id"], type="result", xml=json.dumps(items))

    async def set_roster(self, command):
        reply = await self.update_roster(command["jid"], name=command["name"], groups=command["groups"])
        emit("reply", id=command["id"], type=reply["type"], xml=tostring(reply.xml))

    def vcards(self):
        if "xep_0054" not in self.plugin:
            self.register_plugin("xep_0054")
        return self["xep_0054"]

    async def read_vcard(self, command):
        reply = await self.vcards().get_vcard(jid=slixmpp.JID(command["jid"]), local=False, cached=False)
        card = reply["vcard_temp"]
        emit("reply", id=command["id"], type="result", xml=json.dumps({
            "name": card["FN"], "family": card["N"]["FAMILY"],
            "emails": [email["USERID"] for email in card["emails"]],
            "photo": card["PHOTO"]["TYPE"]}))

    async def set_vcard(self, command):
        card = self.vcards().make_vcard()
        card["FN"] = command["name"]
        card["N"]["FAMILY"] = command["family"]
        email = slixmpp.plugins.xep_0054.stanza.Email()
        email["INTERNET"] = True
        email["USERID"] = command["email"]
        card.append(email)
        card["PHOTO"]["TYPE"] = "image/png"
        card["PHOTO"]["BINVAL"] = base64.b64decode(command["photo"])
        await self.vcards().publish_vcard(card)
        emit("reply", id=command["id"], type="result", xml=tostring(card.xml))

    def execute(self, command):
        if command["cmd"] == "iq":
            asyncio.ensure_future(self.iq(command))
        elif command["cmd"] == "roster":
            asyncio.ensure_future(self.read_roster(command))
        elif command["cmd"] == "roster-set":
            asyncio.ensure_future(self.set_roster(command))
        elif command["cmd"] == "vcard":
            asyncio.ensure_future(self.read_vcard(command))
        elif command["cmd"] == "vcard-set":
            asyncio.ensure_future(self.set_vcard(command))
        elif command["cmd"] == "raw" and "id" in command:
            asyncio.ensure_future(self.exchange(command))
        elif command["cmd"] == "raw":
            self.send_raw(command["xml"])
        else:
            raise ValueError("unknown command " + command["cmd"])


async def main():
    lines = asyncio.StreamReader(limit=16 * 1024 * 1024)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    peer = Peer(json.loads(await lines.readline()))
    peer.open()
    while line := await lines.readline():
        peer.execute(json.loads(line))
    if peer.transport:
        await peer.disconnect(wait=1.0)


asyncio.run(main())
