--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_keys (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    sealed_secret text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    user_id text COLLATE pg_catalog."C",
    last_used_at_us bigint
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    account_id bigint NOT NULL,
    created_at_us bigint NOT NULL,
    access_revision bigint DEFAULT 0 NOT NULL
);


--
-- Name: catalogues; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalogues (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    images bigint NOT NULL,
    families bigint NOT NULL
);


--
-- Name: client_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client_tokens (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    client_token text NOT NULL COLLATE pg_catalog."C",
    parameters text NOT NULL COLLATE pg_catalog."C",
    answer text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: disks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL
);


--
-- Name: group_members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.group_members (
    account_id bigint NOT NULL,
    group_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    joined_at_us bigint NOT NULL
);


--
-- Name: head_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.head_log (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    family text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    image_id text COLLATE pg_catalog."C",
    changed_at_us bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    request_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    user_id bigint NOT NULL,
    instance_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_shares; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_shares (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    shared_with bigint NOT NULL,
    shared_at_us bigint NOT NULL
);


--
-- Name: image_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_tag_counts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_tag_counts (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    images bigint NOT NULL
);


--
-- Name: images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    created_at_us bigint NOT NULL,
    deleted_at_us bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    family text COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    failure text NOT NULL COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    origin text NOT NULL COLLATE pg_catalog."C",
    architecture text NOT NULL COLLATE pg_catalog."C",
    os_type text NOT NULL COLLATE pg_catalog."C",
    platform text NOT NULL COLLATE pg_catalog."C",
    os_name_zh text COLLATE pg_catalog."C",
    os_name_en text COLLATE pg_catalog."C",
    boot_mode text COLLATE pg_catalog."C",
    license_type text COLLATE pg_catalog."C",
    imds_support text NOT NULL COLLATE pg_catalog."C",
    nvme_support text COLLATE pg_catalog."C",
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    is_public bigint NOT NULL,
    share_count bigint NOT NULL,
    instance_count bigint NOT NULL,
    disks text NOT NULL COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_owner_id bigint,
    image_id text COLLATE pg_catalog."C"
);


--
-- Name: nonces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nonces (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    nonce text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: object_removals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.object_removals (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    bucket text NOT NULL COLLATE pg_catalog."C",
    object text NOT NULL COLLATE pg_catalog."C",
    due_at_us bigint NOT NULL,
    task_id text COLLATE pg_catalog."C"
);


--
-- Name: policies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policies (
    account_id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    default_version bigint NOT NULL,
    newest_version bigint NOT NULL,
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Name: policy_attachments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policy_attachments (
    account_id bigint NOT NULL,
    entity_type text NOT NULL COLLATE pg_catalog."C",
    entity_id text NOT NULL COLLATE pg_catalog."C",
    policy_type text NOT NULL COLLATE pg_catalog."C",
    policy_name text NOT NULL COLLATE pg_catalog."C",
    attached_at_us bigint NOT NULL
);


--
-- Name: policy_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policy_versions (
    account_id bigint NOT NULL,
    policy_name text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL
);


--
-- Name: refinery_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refinery_schema_history (
    version integer NOT NULL,
    name character varying(255),
    applied_on character varying(255),
    checksum character varying(255)
);


--
-- Name: roles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.roles (
    account_id bigint NOT NULL,
    role_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    trust_policy text NOT NULL COLLATE pg_catalog."C",
    session_s_max bigint NOT NULL,
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Name: shared_images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.shared_images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    owner_id bigint NOT NULL,
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    source_disk text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL,
    bytes_path text COLLATE pg_catalog."C",
    bytes_length bigint,
    bytes_sha256 text COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    retention_days bigint,
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text COLLATE pg_catalog."C",
    copied_region_id text COLLATE pg_catalog."C",
    copied_snapshot_id text COLLATE pg_catalog."C",
    copied_path text COLLATE pg_catalog."C",
    copied_length bigint,
    copied_sha256 text COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: tags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tags (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    resource_type text NOT NULL COLLATE pg_catalog."C",
    resource_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    sequence bigint NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    task_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    ready_at_us bigint NOT NULL,
    finished_at_us bigint,
    due_at_us bigint NOT NULL,
    lease_owner text COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    attempts bigint NOT NULL,
    failure text NOT NULL COLLATE pg_catalog."C",
    source_region_id text COLLATE pg_catalog."C",
    source_image_id text COLLATE pg_catalog."C",
    export_bucket text COLLATE pg_catalog."C",
    export_prefix text COLLATE pg_catalog."C",
    export_format text COLLATE pg_catalog."C"
);


--
-- Name: throttle_counters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttle_counters (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    window_began_us bigint NOT NULL,
    calls bigint NOT NULL
);


--
-- Name: throttles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttles (
    account_id bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    calls_max bigint NOT NULL,
    window_s bigint NOT NULL
);


--
-- Name: user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_groups (
    account_id bigint NOT NULL,
    group_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    comments text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    account_id bigint NOT NULL,
    user_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL COLLATE pg_catalog."C",
    comments text NOT NULL COLLATE pg_catalog."C",
    mobile_phone text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Data for Name: access_keys; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.access_keys (account_id, access_key_id, sealed_secret, status, created_at_us, user_id, last_used_at_us) FROM stdin;
1234567890123456	LTAI5tQXDdB9jBYacIkm23fz	ebe095453bc7f77843ee717a342dd312a2a99c6b520d3d7aab43651de82ee05af8b691b471119478fc9f963a6a296c1a2aca444ea0368a85f954	Active	1795573425337450	604182213525521272	\N
1234567890123456	testid	a7c87431b53383dc07414772ecd96d4619dea35a575c6911ca41d7eb0112d79ddf6496d5f33b	Active	1795573424936240	\N	1795573425000580
6543210987654321	otherid	a313da6cec5a239b743137ecf98bd657f07fe0355470a16f0e45b9775d8df5cf139a4bcf632d83	Active	1795573424992951	\N	1795573425175392
\.


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts (account_id, created_at_us, access_revision) FROM stdin;
1234567890123456	1795573424936240	9
6543210987654321	1795573424992951	0
\.


--
-- Data for Name: catalogues; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.catalogues (account_id, region_id, sequence, images, families) FROM stdin;
0	cn-hangzhou	3	1	1
1234567890123456	cn-beijing	5	1	0
1234567890123456	cn-hangzhou	65	8	3
\.


--
-- Data for Name: client_tokens; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.client_tokens (account_id, region_id, action, client_token, parameters, answer, expires_at_us) FROM stdin;
1234567890123456	cn-hangzhou	CreateImage	made-1	823d58c23b7bf8139281f0b26d8ea26b76b8a5ff89196b98c3f42f2ec458e5ce	{"ImageId":"m-jg524q99tw723x4ecdbg"}	1795659825121192
1234567890123456	cn-hangzhou	CreateImage	made-2	d531feb64a06277d04c3adcc7ff27eaa6d04c4f2fc18ee143e983d5339212e25	{"ImageId":"m-u7zpaqk55vn6rf5tfe1y"}	1795659825125754
1234567890123456	cn-hangzhou	CreateImage	made-3	c066bdb6d48358724cb0a585dc286d8cc997eaa49fb19e7b843963dbb41be5d3	{"ImageId":"m-07o5c848z4gao6513dz8"}	1795659825129730
\.


--
-- Data for Name: disks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.disks (account_id, region_id, disk_id, instance_id, kind, size_gib) FROM stdin;
1234567890123456	cn-hangzhou	d-golden-system	i-golden	system	40
\.


--
-- Data for Name: group_members; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.group_members (account_id, group_id, user_id, joined_at_us) FROM stdin;
1234567890123456	404673179644107599	604182213525521272	1795573425340610
\.


--
-- Data for Name: head_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.head_log (account_id, region_id, family, revision, image_id, changed_at_us, action, request_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64	1	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1795573424993992	ApplyFixtures	87F7D3B6-FF15-4506-BC14-AE1F7319A6ED
1234567890123456	cn-hangzhou	base	8	m-9a7f96wl3q2ea8nmws0f	1795573425023742	ModifyImageAttribute	C0E0D345-FABC-461B-8D2B-40CA1D49204E
1234567890123456	cn-hangzhou	base	14	m-761uo22pkg8r0nkme8kh	1795573425064635	ModifyImageAttribute	DBB7F82F-A331-405B-B013-8CE54D3E4B8C
1234567890123456	cn-hangzhou	base	20	m-dpa8t1op8d0bize2qrrt	1795573425097267	ModifyImageAttribute	D408A0D0-011B-4CCD-B35B-CA0F885E0014
1234567890123456	cn-hangzhou	base	21	m-761uo22pkg8r0nkme8kh	1795573425101466	ModifyImageAttribute	860B36C8-BC01-4415-B48B-F61FCE49F038
1234567890123456	cn-hangzhou	base	45	m-9a7f96wl3q2ea8nmws0f	1795573425333791	DeleteImage	6DC1EA18-806C-41CB-897F-BDFB6D5D2CC1
1234567890123456	cn-hangzhou	made	27	m-jg524q99tw723x4ecdbg	1795573425121192	CreateImage	6E47FA2F-8D3F-4E05-ACAE-5845FD80EB9B
1234567890123456	cn-hangzhou	made	28	m-u7zpaqk55vn6rf5tfe1y	1795573425125754	CreateImage	4A4399D9-7B52-4ED7-B0F8-3B6AF4842556
1234567890123456	cn-hangzhou	made	29	m-07o5c848z4gao6513dz8	1795573425129730	CreateImage	5BBF04D5-B3CE-494A-A00D-1ABC078DB86E
1234567890123456	cn-hangzhou	made	30	m-u7zpaqk55vn6rf5tfe1y	1795573425137791	DeleteImage	FC50B3E3-3A97-4343-8EFA-92BE6F0D64A3
\.


--
-- Data for Name: image_instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_instances (account_id, region_id, image_id, user_id, instance_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1234567890123456	i-golden
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	6543210987654321	i-of-the-system
1234567890123456	cn-hangzhou	m-761uo22pkg8r0nkme8kh	1234567890123456	i-orphan
1234567890123456	cn-hangzhou	m-9a7f96wl3q2ea8nmws0f	1234567890123456	i-own
1234567890123456	cn-hangzhou	m-9a7f96wl3q2ea8nmws0f	6543210987654321	i-others
\.


--
-- Data for Name: image_shares; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_shares (account_id, region_id, image_id, shared_with, shared_at_us) FROM stdin;
1234567890123456	cn-hangzhou	m-9a7f96wl3q2ea8nmws0f	6543210987654321	1795573425161810
1234567890123456	cn-hangzhou	m-jg524q99tw723x4ecdbg	0	1795573425171899
\.


--
-- Data for Name: image_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_snapshots (account_id, region_id, snapshot_id, image_id) FROM stdin;
1234567890123456	cn-beijing	s-jnm97ttygppoaazzdqug	m-1x6sb50jvzu1l1f901ze
1234567890123456	cn-hangzhou	s-0co6ua2huj6dxjuur6wk	m-dpa8t1op8d0bize2qrrt
1234567890123456	cn-hangzhou	s-c1un05jpprdigkn2g89r	m-cc17d84059lberikigb9
1234567890123456	cn-hangzhou	s-fjf1bgyk1uxx3818yihm	m-9a7f96wl3q2ea8nmws0f
1234567890123456	cn-hangzhou	s-mcedusfdpd1oyjxhzksq	m-2yxqg0h0px7ou9lw4q4f
1234567890123456	cn-hangzhou	s-mcedusfdpd1oyjxhzksq	m-av2nm2a2brb9lpluqe90
1234567890123456	cn-hangzhou	s-mcedusfdpd1oyjxhzksq	m-jg524q99tw723x4ecdbg
1234567890123456	cn-hangzhou	s-mcedusfdpd1oyjxhzksq	m-u7zpaqk55vn6rf5tfe1y
1234567890123456	cn-hangzhou	s-xeb4apr583kcrdyp6isa	m-mbslinl421on2z3fv2z8
\.


--
-- Data for Name: image_tag_counts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_tag_counts (account_id, region_id, tag_key, tag_value, status, images) FROM stdin;
1234567890123456	cn-hangzhou	round	made-1	Available	1
1234567890123456	cn-hangzhou	round	made-2	Available	1
1234567890123456	cn-hangzhou	tier	golden	Available	3
\.


--
-- Data for Name: images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.images (account_id, region_id, image_id, sequence, created_at_us, deleted_at_us, name, family, description, version, status, failure, progress, origin, architecture, os_type, platform, os_name_zh, os_name_en, boot_mode, license_type, imds_support, nvme_support, resource_group_id, is_public, share_count, instance_count, disks, tags) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1	1694044800000000	\N	ubuntu_22_04_x64_20G_alibase_20230907.vhd	ubuntu_22_04_x64			Available		100	CreateImage	x86_64	linux	Ubuntu	Ubuntu  22.04 64位	Ubuntu  22.04 64 bit	\N	\N	v1	\N		0	0	2	[{"device":"/dev/xvda","kind":"system","size_gib":20}]	{}
1234567890123456	cn-beijing	m-1x6sb50jvzu1l1f901ze	1	1795573425209776	\N	copy-1	\N			Available		100	CopyImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-jnm97ttygppoaazzdqug"}]	{}
1234567890123456	cn-hangzhou	m-07o5c848z4gao6513dz8	29	1795573425129730	1795573425137791	made-3	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]	{"tier":"golden","round":"made-3"}
1234567890123456	cn-hangzhou	m-2yxqg0h0px7ou9lw4q4f	22	1795573425103548	\N	base	\N			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-761uo22pkg8r0nkme8kh	9	1795573425029805	1795573425333791	base-2	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	1	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-hcb7s41cow4me53ma7jt","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-9a7f96wl3q2ea8nmws0f	3	1795573425000580	\N	base-1	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	1	2	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-fjf1bgyk1uxx3818yihm","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{"tier":"golden"}
1234567890123456	cn-hangzhou	m-av2nm2a2brb9lpluqe90	46	1795573425445508	\N	slow	slow			Creating		0	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]	{}
1234567890123456	cn-hangzhou	m-cc17d84059lberikigb9	48	1795573425453235	\N	slow-import	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-c1un05jpprdigkn2g89r","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-dpa8t1op8d0bize2qrrt	15	1795573425066863	\N	base-3	base			Deprecated		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-0co6ua2huj6dxjuur6wk","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-jg524q99tw723x4ecdbg	27	1795573425121192	\N	made-1	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		1	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]	{"tier":"golden","round":"made-1"}
1234567890123456	cn-hangzhou	m-mbslinl421on2z3fv2z8	50	1795573425461213	\N	slow-copy	\N			Creating		0	CopyImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xeb4apr583kcrdyp6isa"}]	{}
1234567890123456	cn-hangzhou	m-nfel688fn1cmrqc03a6x	53	1795573425468885	1795573425480958	cancelled	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-zyfjmo8r0tpjpla3jrja","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-u7zpaqk55vn6rf5tfe1y	28	1795573425125754	\N	made-2	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]	{"tier":"golden","round":"made-2"}
\.


--
-- Data for Name: instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.instances (account_id, region_id, instance_id, status, image_owner_id, image_id) FROM stdin;
1234567890123456	cn-hangzhou	i-golden	Stopped	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
1234567890123456	cn-hangzhou	i-orphan	Running	1234567890123456	m-761uo22pkg8r0nkme8kh
1234567890123456	cn-hangzhou	i-own	Running	1234567890123456	m-9a7f96wl3q2ea8nmws0f
6543210987654321	cn-hangzhou	i-of-the-system	Running	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
6543210987654321	cn-hangzhou	i-others	Running	1234567890123456	m-9a7f96wl3q2ea8nmws0f
\.


--
-- Data for Name: nonces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.nonces (account_id, access_key_id, nonce, expires_at_us) FROM stdin;
1234567890123456	testid	1-1	1795575224000000
1234567890123456	testid	1-13	1795575225000000
1234567890123456	testid	1-15	1795575225000000
1234567890123456	testid	1-16	1795575225000000
1234567890123456	testid	1-19	1795575225000000
1234567890123456	testid	1-20	1795575225000000
1234567890123456	testid	1-21	1795575225000000
1234567890123456	testid	1-23	1795575225000000
1234567890123456	testid	1-25	1795575225000000
1234567890123456	testid	1-26	1795575225000000
1234567890123456	testid	1-27	1795575225000000
1234567890123456	testid	1-30	1795575225000000
1234567890123456	testid	1-31	1795575225000000
1234567890123456	testid	1-32	1795575225000000
1234567890123456	testid	1-33	1795575225000000
1234567890123456	testid	1-34	1795575225000000
1234567890123456	testid	1-36	1795575225000000
1234567890123456	testid	1-38	1795575225000000
1234567890123456	testid	1-4	1795575225000000
1234567890123456	testid	1-41	1795575225000000
1234567890123456	testid	1-5	1795575225000000
1234567890123456	testid	1-51	1795575225000000
1234567890123456	testid	1-52	1795575225000000
1234567890123456	testid	1-53	1795575225000000
1234567890123456	testid	1-54	1795575225000000
1234567890123456	testid	1-55	1795575225000000
1234567890123456	testid	1-56	1795575225000000
1234567890123456	testid	1-57	1795575225000000
1234567890123456	testid	1-58	1795575225000000
1234567890123456	testid	1-59	1795575225000000
1234567890123456	testid	1-60	1795575225000000
1234567890123456	testid	1-8	1795575225000000
1234567890123456	testid	1-9	1795575225000000
1234567890123456	testid	3-2	1795575225000000
1234567890123456	testid	3-3	1795575225000000
1234567890123456	testid	3-5	1795575225000000
1234567890123456	testid	3-6	1795575225000000
1234567890123456	testid	3-7	1795575225000000
6543210987654321	otherid	2-1	1795575225000000
6543210987654321	otherid	2-2	1795575225000000
\.


--
-- Data for Name: object_removals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.object_removals (account_id, region_id, bucket, object, due_at_us, task_id) FROM stdin;
1234567890123456	cn-hangzhou	imagekin-snapshots	1234567890123456/s-none-0	0	\N
\.


--
-- Data for Name: policies; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policies (account_id, name, description, default_version, newest_version, created_at_us, updated_at_us) FROM stdin;
1234567890123456	images		1	1	1795573425345779	1795573425345779
\.


--
-- Data for Name: policy_attachments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_attachments (account_id, entity_type, entity_id, policy_type, policy_name, attached_at_us) FROM stdin;
1234567890123456	Group	404673179644107599	System	AliyunECSReadOnlyAccess	1795573425354050
1234567890123456	Role	948941938184561972	Custom	images	1795573425355561
1234567890123456	User	604182213525521272	Custom	images	1795573425350290
\.


--
-- Data for Name: policy_versions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_versions (account_id, policy_name, version, document, created_at_us) FROM stdin;
1234567890123456	images	1	{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}	1795573425345779
\.


--
-- Data for Name: refinery_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.refinery_schema_history (version, name, applied_on, checksum) FROM stdin;
1	catalogue	2026-11-25T02:23:46.287828448Z	10768457456830434487
2	throttles	2026-11-25T02:23:46.28783658Z	14591095462512939459
3	access	2026-11-25T02:23:46.287837682Z	6052349647404228499
\.


--
-- Data for Name: roles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.roles (account_id, role_id, name, description, trust_policy, session_s_max, created_at_us, updated_at_us) FROM stdin;
1234567890123456	948941938184561972	nightly		{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",\n        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}	3600	1795573425342181	1795573425342181
\.


--
-- Data for Name: shared_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.shared_images (account_id, region_id, owner_id, image_id) FROM stdin;
0	cn-hangzhou	1234567890123456	m-jg524q99tw723x4ecdbg
6543210987654321	cn-hangzhou	1234567890123456	m-9a7f96wl3q2ea8nmws0f
\.


--
-- Data for Name: snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256, name, description, retention_days, resource_group_id, disk_id, copied_region_id, copied_snapshot_id, copied_path, copied_length, copied_sha256, tags) FROM stdin;
1234567890123456	cn-beijing	s-jnm97ttygppoaazzdqug	1795573425209776	accomplished	system	1	1234567890123456/s-jnm97ttygppoaazzdqug-1b5df00366fd	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-fjf1bgyk1uxx3818yihm	1234567890123456/s-fjf1bgyk1uxx3818yihm-4dd8135a6c3c	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-0co6ua2huj6dxjuur6wk	1795573425066863	accomplished	system	1	1234567890123456/s-0co6ua2huj6dxjuur6wk-6d9730a5a593	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-8828up3gcd1w04lrg3mt	1795573425149895	accomplished	system	40	\N	\N	\N	of-a-disk		\N		d-golden-system	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-base	1795573424992774	accomplished	system	20	\N	\N	\N			\N		\N	\N	\N	\N	\N	\N	{"made-by":"fixtures"}
1234567890123456	cn-hangzhou	s-c1un05jpprdigkn2g89r	1795573425453235	accomplished	system	1	1234567890123456/s-c1un05jpprdigkn2g89r-7c83afd29c0f	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-fjf1bgyk1uxx3818yihm	1795573425000580	accomplished	system	1	1234567890123456/s-fjf1bgyk1uxx3818yihm-4dd8135a6c3c	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-hcb7s41cow4me53ma7jt	1795573425029805	accomplished	system	1	1234567890123456/s-hcb7s41cow4me53ma7jt-b80f65dba2a2	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-mcedusfdpd1oyjxhzksq	1795573425103548	accomplished	system	1	1234567890123456/s-mcedusfdpd1oyjxhzksq-af9a1626ff44	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{"tier":"golden"}
1234567890123456	cn-hangzhou	s-xeb4apr583kcrdyp6isa	1795573425461213	accomplished	system	1	1234567890123456/s-xeb4apr583kcrdyp6isa-7c83afd29c0f	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-mcedusfdpd1oyjxhzksq	1234567890123456/s-mcedusfdpd1oyjxhzksq-af9a1626ff44	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
\.


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, status, created_at_us, sequence) FROM stdin;
1234567890123456	cn-hangzhou	image	m-9a7f96wl3q2ea8nmws0f	tier	golden	Available	1795573425000580	3
1234567890123456	cn-hangzhou	image	m-jg524q99tw723x4ecdbg	round	made-1	Available	1795573425121192	27
1234567890123456	cn-hangzhou	image	m-jg524q99tw723x4ecdbg	tier	golden	Available	1795573425121192	27
1234567890123456	cn-hangzhou	image	m-u7zpaqk55vn6rf5tfe1y	round	made-2	Available	1795573425125754	28
1234567890123456	cn-hangzhou	image	m-u7zpaqk55vn6rf5tfe1y	tier	golden	Available	1795573425125754	28
1234567890123456	cn-hangzhou	snapshot	s-base	made-by	fixtures	accomplished	1795573424992774	0
1234567890123456	cn-hangzhou	snapshot	s-mcedusfdpd1oyjxhzksq	tier	golden	accomplished	1795573425103548	0
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, finished_at_us, due_at_us, lease_owner, progress, attempts, failure, source_region_id, source_image_id, export_bucket, export_prefix, export_format) FROM stdin;
1234567890123456	cn-beijing	t-3n2j134lthdor6da0coz	CopyImage	Finished	m-1x6sb50jvzu1l1f901ze	1795573425209776	1795573425209776	1795573425217348	1795573455214113	\N	100	0		cn-hangzhou	m-9a7f96wl3q2ea8nmws0f	\N	\N	\N
1234567890123456	cn-hangzhou	t-23ysfvmwz8bjyr7xqco8	ExportImage	Finished	m-9a7f96wl3q2ea8nmws0f	1795573425233715	1795573425233715	1795573425323476	1795573455320259	\N	100	0		\N	\N	exported-images		raw
1234567890123456	cn-hangzhou	t-7z45o1ov9vt7yanzp5c2	ImportImage	Processing	m-cc17d84059lberikigb9	1795573425453235	1795573425453235	\N	1795573425453235	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-cv1798solh2rk3w84onf	CopyImage	Processing	m-mbslinl421on2z3fv2z8	1795573425461213	1795573425461213	\N	1795573425461213	\N	0	0		cn-hangzhou	m-u7zpaqk55vn6rf5tfe1y	\N	\N	\N
1234567890123456	cn-hangzhou	t-f6m46dxh717mjabihaj5	ImportImage	Finished	m-2yxqg0h0px7ou9lw4q4f	1795573425103548	1795573425103548	1795573425115979	1795573455108682	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-gfm0po1pfbmn4y277h2e	ImportImage	Deleted	m-nfel688fn1cmrqc03a6x	1795573425468885	1795577025468885	1795573425480958	1795573455479956	\N	0	0	cancelled	\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-ltpq3v3982oocd450swi	ImportImage	Finished	m-761uo22pkg8r0nkme8kh	1795573425029805	1795573425029805	1795573425055263	1795573455051723	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-n3adhcqjig1975kz3dmx	ImportImage	Finished	m-9a7f96wl3q2ea8nmws0f	1795573425000580	1795573425000580	1795573425011816	1795573455008299	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-sg36yhicczk4v2grotrg	CreateImage	Processing	m-av2nm2a2brb9lpluqe90	1795573425445508	1795573425445508	\N	1795573425445508	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-xmaz3o4ozvhwoymln86w	ImportImage	Finished	m-dpa8t1op8d0bize2qrrt	1795573425066863	1795573425066863	1795573425080760	1795573455077928	\N	100	0		\N	\N	\N	\N	\N
\.


--
-- Data for Name: throttle_counters; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttle_counters (account_id, region_id, action, window_began_us, calls) FROM stdin;
1234567890123456	cn-hangzhou	*	0	1
\.


--
-- Data for Name: throttles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttles (account_id, action, calls_max, window_s) FROM stdin;
0	*	1000000	1
\.


--
-- Data for Name: user_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.user_groups (account_id, group_id, name, comments, created_at_us, updated_at_us) FROM stdin;
1234567890123456	404673179644107599	readers		1795573425339230	1795573425339230
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (account_id, user_id, name, display_name, comments, mobile_phone, email, created_at_us, updated_at_us) FROM stdin;
1234567890123456	604182213525521272	alice	alice				1795573425335808	1795573425335808
\.


--
-- Name: access_keys access_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_pkey PRIMARY KEY (account_id, access_key_id);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account_id);


--
-- Name: catalogues catalogues_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogues
    ADD CONSTRAINT catalogues_pkey PRIMARY KEY (account_id, region_id);


--
-- Name: client_tokens client_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_tokens
    ADD CONSTRAINT client_tokens_pkey PRIMARY KEY (account_id, region_id, action, client_token);


--
-- Name: disks disks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disks
    ADD CONSTRAINT disks_pkey PRIMARY KEY (account_id, region_id, disk_id);


--
-- Name: group_members group_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (account_id, group_id, user_id);


--
-- Name: head_log head_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.head_log
    ADD CONSTRAINT head_log_pkey PRIMARY KEY (account_id, region_id, family, revision);


--
-- Name: image_instances image_instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_instances
    ADD CONSTRAINT image_instances_pkey PRIMARY KEY (account_id, region_id, image_id, user_id, instance_id);


--
-- Name: image_shares image_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_shares
    ADD CONSTRAINT image_shares_pkey PRIMARY KEY (account_id, region_id, image_id, shared_with);


--
-- Name: image_snapshots image_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_snapshots
    ADD CONSTRAINT image_snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id, image_id);


--
-- Name: image_tag_counts image_tag_counts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_tag_counts
    ADD CONSTRAINT image_tag_counts_pkey PRIMARY KEY (account_id, region_id, tag_key, tag_value, status);


--
-- Name: images images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (account_id, region_id, image_id);


--
-- Name: instances instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instances
    ADD CONSTRAINT instances_pkey PRIMARY KEY (account_id, region_id, instance_id);


--
-- Name: nonces nonces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nonces
    ADD CONSTRAINT nonces_pkey PRIMARY KEY (account_id, access_key_id, nonce);


--
-- Name: object_removals object_removals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.object_removals
    ADD CONSTRAINT object_removals_pkey PRIMARY KEY (account_id, region_id, bucket, object);


--
-- Name: policies policies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (account_id, name);


--
-- Name: policy_attachments policy_attachments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policy_attachments
    ADD CONSTRAINT policy_attachments_pkey PRIMARY KEY (account_id, entity_type, entity_id, policy_type, policy_name);


--
-- Name: policy_versions policy_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policy_versions
    ADD CONSTRAINT policy_versions_pkey PRIMARY KEY (account_id, policy_name, version);


--
-- Name: refinery_schema_history refinery_schema_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refinery_schema_history
    ADD CONSTRAINT refinery_schema_history_pkey PRIMARY KEY (version);


--
-- Name: roles roles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (account_id, role_id);


--
-- Name: shared_images shared_images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shared_images
    ADD CONSTRAINT shared_images_pkey PRIMARY KEY (account_id, region_id, owner_id, image_id);


--
-- Name: snapshots snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id);


--
-- Name: tags tags_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (account_id, region_id, task_id);


--
-- Name: throttle_counters throttle_counters_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttle_counters
    ADD CONSTRAINT throttle_counters_pkey PRIMARY KEY (account_id, region_id, action);


--
-- Name: throttles throttles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (account_id, action);


--
-- Name: user_groups user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_groups
    ADD CONSTRAINT user_groups_pkey PRIMARY KEY (account_id, group_id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (account_id, user_id);


--
-- Name: access_keys_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_by_id ON public.access_keys USING btree (access_key_id);


--
-- Name: access_keys_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_of_user ON public.access_keys USING btree (account_id, user_id);


--
-- Name: client_tokens_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX client_tokens_by_expiry ON public.client_tokens USING btree (expires_at_us);


--
-- Name: disks_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_by_id ON public.disks USING btree (account_id, disk_id);


--
-- Name: disks_of_instance; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_of_instance ON public.disks USING btree (account_id, region_id, instance_id, disk_id);


--
-- Name: group_members_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX group_members_by_user ON public.group_members USING btree (account_id, user_id, group_id);


--
-- Name: images_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_by_age ON public.images USING btree (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id, deleted_at_us) WHERE (deleted_at_us IS NULL);


--
-- Name: images_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX images_by_name ON public.images USING btree (account_id, region_id, name) WHERE (deleted_at_us IS NULL);


--
-- Name: images_of_family; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_of_family ON public.images USING btree (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id) WHERE (deleted_at_us IS NULL);


--
-- Name: nonces_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nonces_by_expiry ON public.nonces USING btree (expires_at_us);


--
-- Name: object_removals_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_due ON public.object_removals USING btree (due_at_us);


--
-- Name: object_removals_of_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_of_task ON public.object_removals USING btree (account_id, region_id, task_id) WHERE (task_id IS NOT NULL);


--
-- Name: policy_attachments_by_policy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX policy_attachments_by_policy ON public.policy_attachments USING btree (account_id, policy_type, policy_name);


--
-- Name: roles_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX roles_by_name ON public.roles USING btree (account_id, name);


--
-- Name: shared_images_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shared_images_by_id ON public.shared_images USING btree (account_id, region_id, image_id);


--
-- Name: snapshots_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_age ON public.snapshots USING btree (account_id, region_id, created_at_us DESC, snapshot_id);


--
-- Name: snapshots_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_id ON public.snapshots USING btree (account_id, snapshot_id);


--
-- Name: tags_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tags_by_key ON public.tags USING btree (account_id, region_id, resource_type, tag_key, tag_value, status, created_at_us DESC, sequence DESC, resource_id);


--
-- Name: tasks_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_age ON public.tasks USING btree (account_id, region_id, created_at_us DESC, task_id);


--
-- Name: tasks_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_due ON public.tasks USING btree (due_at_us) WHERE (status = 'Processing'::text);


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (account_id, region_id, action, image_id) WHERE (status = ANY (ARRAY['Waiting'::text, 'Processing'::text]));


--
-- Name: user_groups_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX user_groups_by_name ON public.user_groups USING btree (account_id, name);


--
-- Name: users_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX users_by_name ON public.users USING btree (account_id, name);


--
-- PostgreSQL database dump complete
--


